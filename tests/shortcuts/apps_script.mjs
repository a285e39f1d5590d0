// Google Apps Script, as far as a recipe uses it: runs a form's trigger; what the script fetches is really sent.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const { code, answers, id, properties, now } = JSON.parse(readFileSync(0, 'utf8'));
const OPTIONS = ['contentType', 'headers', 'method', 'payload', 'muteHttpExceptions'];
const AGENT = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: UAEmdDd)';
const SENDING = `
  const { url, ...request } = JSON.parse(process.argv[1]);
  fetch(url, request)
    .then(async (answer) => console.log(JSON.stringify({ status: answer.status, text: await answer.text() })))
    .catch((error) => { console.error(String(error.cause ?? error)); process.exit(1); });
`;
const mails = [];

// The real service waits for its answer and fetch does not: so a second process waits instead.
function sent(url, method, headers, body) {
  const request = JSON.stringify({ url, method, headers, body });
  try {
    return JSON.parse(execFileSync(process.execPath, ['-e', SENDING, request], { encoding: 'utf8', stdio: 'pipe' }));
  } catch (error) {
    throw new Error(`Address unavailable: ${url}`);
  }
}

function fetched(url, options) {
  const unknown = Object.keys(options).filter((name) => !OPTIONS.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown option ${unknown}`);
  const { method = 'get', headers = {}, payload, muteHttpExceptions = false } = options;
  const isForm = typeof payload === 'object';
  const kind = options.contentType ?? 'application/x-www-form-urlencoded';
  const body = isForm ? new URLSearchParams(payload).toString() : payload;
  const all = { ...headers, 'User-Agent': AGENT, 'Content-Type': kind, 'X-Local-Now': now };
  const { status, text } = sent(url, method.toUpperCase(), all, body);
  if (status >= 400 && !muteHttpExceptions) throw new Error(`Request failed for ${url} returned code ${status}`);
  return { getResponseCode: () => status, getContentText: () => text };
}

const google = createContext({
  UrlFetchApp: { fetch: fetched },
  PropertiesService: { getScriptProperties: () => ({ getProperty: (name) => properties[name] ?? null }) },
  MailApp: { sendEmail: (to, subject, body) => { mails.push({ to, subject, body }); } },
  Session: { getEffectiveUser: () => ({ getEmail: () => 'alex@example.org' }) },
});
const itemResponses = answers.map(([title, text]) => ({ getItem: () => ({ getTitle: () => title }), getResponse: () => text }));

runInContext(code, google);
google.onFormSubmit({ response: { getId: () => id, getItemResponses: () => itemResponses } });
console.log(JSON.stringify(mails));
