// Betters what works without it: a button that copies a letter, and forms that wait while there is no network.
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

const notice = document.querySelector("[data-offline]");
const tell = () => { notice.hidden = navigator.onLine; };
addEventListener("online", tell);
addEventListener("offline", tell);
tell();

// A form that is sent into nothing loses what was typed: the browser leaves the page for its own error.
addEventListener("submit", (event) => {
  if (navigator.onLine) return;
  event.preventDefault();
  tell();
  notice.scrollIntoView();
});
