// Betters what works without it: a button that copies a letter, a folded part that opens where something in it does not
// fit, and forms that are not sent while there is no network.
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

const unfold = (inside) => {
  for (let part = inside?.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
};

// The browser keeps the form back for a field that it cannot show, and says nothing.
addEventListener("invalid", (event) => unfold(event.target), true);

// Not every browser opens what a link within the page leads into.
const arrive = () => {
  const target = document.getElementById(location.hash.slice(1));
  unfold(target);
  target?.scrollIntoView();
};
addEventListener("hashchange", arrive);
arrive();

const notice = document.querySelector("[data-offline]");
let isKeptBack = false; // a form that somebody wanted to send
const tell = () => {
  notice.textContent = navigator.onLine ? notice.dataset.online : notice.dataset.offline;
  notice.hidden = navigator.onLine && !isKeptBack;
};
addEventListener("online", tell);
addEventListener("offline", tell);
tell();

// A form that is sent into nothing loses what was typed: the browser leaves the page for its own error.
addEventListener("submit", (event) => {
  if (navigator.onLine) return;
  event.preventDefault();
  isKeptBack = true;
  tell();
  notice.scrollIntoView();
});
