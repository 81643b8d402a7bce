/** Pages of docs/questions: what a run printed stands between markers, beside hashes of what was run and of its first replication. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

/** Names of the questions, for example `01-one-bus-or-two`: each a scenario and a page. */
export const questionNames = readdirSync(join(root, "scenarios/questions"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .sort();

/** @param {string} name */
export function pageOf(name) {
  return join(root, "docs/questions", `${name}.md`);
}

const block =
  /<!-- result of scenario (\S+), first replication (\S+) -->\n```text\n([\s\S]*?)\n```\n<!-- end of result -->/;

/**
 * The result among what `mpp run` printed: neither its heading nor where it was written.
 * @param {string} printed
 */
export function resultIn(printed) {
  const start = printed.search(/^(Mean ±|One replication)/m);
  const end = printed.indexOf("\n\nRun directory");
  if (start < 0 || end < start) throw new Error("what a run printed must hold a result");
  // Figures of a page are read back as numbers.
  return printed.slice(start, end).replaceAll("−", "-");
}

/**
 * The recorded result of a page.
 * @param {string} page
 * @returns {{ hash: string, first: string, text: string }}
 */
export function recordedIn(page) {
  const found = block.exec(page);
  if (found === null) throw new Error("page must hold a result between its markers");
  const [, hash = "", first = "", text = ""] = found;
  return { hash, first, text };
}

/**
 * The page with another result.
 * @param {string} page
 * @param {{ hash: string, first: string, text: string }} result
 */
export function withResult(page, { hash, first, text }) {
  recordedIn(page);
  return page.replace(
    block,
    () =>
      `<!-- result of scenario ${hash}, first replication ${first} -->\n\`\`\`text\n${text}\n\`\`\`\n<!-- end of result -->`,
  );
}

/**
 * Figures that the words of a page quote with their interval, `12.5 ± 0.4`, and its recorded result does not hold.
 * @param {string} page
 */
export function figuresNotRecorded(page) {
  const figuresIn = (/** @type {string} */ text) => text.match(/[-+]?\d[\d,.]* ± \d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
  const recorded = new Set(figuresIn(recordedIn(page).text));
  return figuresIn(page.replace(block, "")).filter((figure) => !recorded.has(figure));
}

/**
 * A hash of a first replication: what happened in every variant, and the figures of it that the page shows.
 * @param {{ fingerprint: string, text: string }} run of one replication
 */
export function hashOfFirst({ fingerprint, text }) {
  return createHash("sha256").update(`${fingerprint}\n${text}`).digest("hex").slice(0, 16);
}

/**
 * A hash of what was run: the scenario, then every file it reads by name, but for comments on lines of their own. In which order a scenario
 * is read says nothing of it.
 * @param {readonly { file: string, text: string }[]} inputs
 */
export function hashOf(inputs) {
  const hash = createHash("sha256");
  const [own, ...others] = inputs;
  const sorted = others.sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { file, text } of own ? [own, ...sorted] : sorted) {
    // What a base asks is not inherited.
    const whole = file === own?.file ? text : text.replace(/^answer:\n(?: .*\n)*/m, "");
    hash.update(`${file}\n${whole.replaceAll(/^\s*(#.*)?\n/gm, "")}\0`);
  }
  return hash.digest("hex").slice(0, 16);
}
