// Keeps the pages that were looked at, so that they can be read without a network. What is kept is this device's copy of
// what its owner saw; it goes when they sign out, and when the service no longer knows them.
"use strict";

const PAGES = "pages", ASSETS = "assets-1";
const home = new URL("./", self.location);
const wanted = ["style.css", "digest.css", "app.js", "icon.svg"].map((name) => new URL(name, home).href);

// Pages of one record, lists and forms; not what a link of a mail opens, nor what is downloaded.
const KEPT = /^(?:|record|interviews|interviews\/[0-9A-Za-z]+(?:\/edit)?|digest|settings|contacts)$/;
const FORGET = /^(?:sign-in|sign-out)$/;

const pathOf = (url) => new URL(url).pathname.slice(home.pathname.length);
const forget = () => caches.delete(PAGES);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(wanted)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name !== PAGES && name !== ASSETS;
  const tidy = caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))));
  event.waitUntil(tidy.then(() => self.clients.claim()));
});

// Who is not signed in is shown a page without our navigation: then nothing of an owner stays.
const keep = async (request, answer, copy) => {
  if ((await copy.text()).includes("<nav ")) await (await caches.open(PAGES)).put(request, answer);
  else await forget();
};

const fresh = async (request, path) => {
  const answer = await fetch(request);
  if (answer.status === 401) await forget();
  else if (answer.ok && KEPT.test(path)) await keep(request, answer.clone(), answer.clone());
  return answer;
};

// A page that was never looked at: the one that most likely was says that there is no network.
const kept = async (request) => {
  const pages = await caches.open(PAGES);
  return (await pages.match(request, { ignoreVary: true })) ?? (await pages.match(home.href, { ignoreVary: true }));
};

const opened = async (request, path) => {
  try {
    return await fresh(request, path);
  } catch (failure) {
    const copy = await kept(request);
    if (copy) return copy;
    throw failure;
  }
};

const styled = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.ok) (await caches.open(ASSETS)).put(request, answer.clone());
    return answer;
  } catch (failure) {
    const copy = await caches.match(request);
    if (copy) return copy;
    throw failure;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!request.url.startsWith(home.href)) return;
  const path = pathOf(request.url);
  if (FORGET.test(path)) event.waitUntil(forget());
  else if (request.method === "GET" && request.mode === "navigate") event.respondWith(opened(request, path));
  else if (request.method === "GET" && wanted.includes(request.url)) event.respondWith(styled(request));
});
