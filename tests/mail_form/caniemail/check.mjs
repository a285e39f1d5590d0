// node check.mjs NODE_MODULES: reads a JSON list of HTML documents, and writes what mail programs do not know of them:
// a JSON list of [client, feature, whether it is known in part], each once.
import { readFileSync } from "node:fs";

const CLIENTS = ["gmail.*", "apple-mail.*", "outlook.*"];
const { caniemail } = await import(`${process.argv[2]}/caniemail/dist/index.js`);
const found = new Set();
for (const html of JSON.parse(readFileSync(0, "utf-8"))) {
  const { errors, warnings } = caniemail({ clients: CLIENTS, html }).issues;
  for (const [issues, isPart] of [[errors, false], [warnings, true]])
    for (const [client, features] of issues)
      for (const { title } of features) found.add(JSON.stringify([client, title, isPart]));
}
console.log(JSON.stringify([...found].map((one) => JSON.parse(one))));
