// Betters what works without it: a button that copies a letter.
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const letter = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(letter.textContent);
      button.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(letter);
    }
  });
}
