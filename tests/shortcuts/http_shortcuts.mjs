// HTTP Shortcuts' scripting, as far as a recipe uses it: runs a script after a response; `taps` are the labels tapped.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const { script, body, taps } = JSON.parse(readFileSync(0, 'utf8'));
const variables = {};
const enqueued = [];
const app = {
  response: { body },
  showSelection: (choices) => {
    const label = taps.shift();
    return Object.keys(choices).find((key) => choices[key] === label) ?? null;
  },
  setVariable: (name, value) => { variables[name] = value; },
  enqueueShortcut: (name) => { enqueued.push(name); },
};

runInContext(script, createContext(app));
console.log(JSON.stringify({ variables, enqueued }));
