// Betters what works without it: a button that copies a letter, a folded part that opens where something in it does not
// fit, and forms that are not sent while there is no network.
"use strict";

// Somebody who is signed in can read what they looked at without a network, too: the worker is beside this script.
if (navigator.serviceWorker && document.querySelector("nav")) {
  navigator.serviceWorker.register(new URL("worker.js", document.currentScript.src)).catch(() => {});
}

// Copies what a button or a link names, or marks it where the browser does not let us copy.
const copies = (trigger, done) => async () => {
  const letter = document.getElementById(trigger.dataset.copy);
  try {
    await navigator.clipboard.writeText(letter.textContent);
    done();
  } catch {
    getSelection().selectAllChildren(letter);
  }
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", copies(button, () => (button.textContent = button.dataset.done)));
}

// A letter that does not fit into a link is copied by the link that opens a mail to its reader.
for (const link of document.querySelectorAll("a[data-copy]")) {
  if (!navigator.clipboard) continue;
  const told = document.getElementById(link.dataset.told);
  told.textContent = told.dataset.copies;
  link.addEventListener("click", copies(link, () => (told.textContent = told.dataset.done)));
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

// A form that takes long is sent once, however often its button is pressed meanwhile.
const LONGEST_ANSWER = 30_000; // milliseconds, as the gateway waits
const sendOnce = (event) => {
  const form = event.target;
  if (!("once" in form.dataset)) return;
  if (Date.now() - Number(form.dataset.once) < LONGEST_ANSWER) event.preventDefault();
  else form.dataset.once = Date.now();
};
addEventListener("pageshow", () => document.querySelectorAll("[data-once]").forEach((form) => (form.dataset.once = "")));

// A form that is sent into nothing loses what was typed: the browser leaves the page for its own error.
addEventListener("submit", (event) => {
  if (navigator.onLine) return sendOnce(event);
  event.preventDefault();
  isKeptBack = true;
  tell();
  notice.scrollIntoView();
});
