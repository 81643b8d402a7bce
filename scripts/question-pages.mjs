/** Pages of docs/questions: what a run printed stands between markers, beside a hash of what was run. */
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

const block = /<!-- result of scenario (\S+) -->\n```text\n([\s\S]*?)\n```\n<!-- end of result -->/;

/**
 * The recorded result of a page.
 * @param {string} page
 * @returns {{ hash: string, text: string }}
 */
export function recordedIn(page) {
  const found = block.exec(page);
  if (found === null) throw new Error("page must hold a result between its markers");
  return { hash: /** @type {string} */ (found[1]), text: /** @type {string} */ (found[2]) };
}

/**
 * The page with another result.
 * @param {string} page
 * @param {{ hash: string, text: string }} result
 */
export function withResult(page, { hash, text }) {
  recordedIn(page);
  return page.replace(
    block,
    () => `<!-- result of scenario ${hash} -->\n\`\`\`text\n${text}\n\`\`\`\n<!-- end of result -->`,
  );
}

/**
 * Figures that the words of a page quote, `12.5 ± 0.4`, and its recorded result does not hold.
 * @param {string} page
 */
export function figuresNotRecorded(page) {
  const recorded = new Set(figuresIn(recordedIn(page).text));
  return figuresIn(page.replace(block, "")).filter((figure) => !recorded.has(figure));
}

/** @param {string} text */
function figuresIn(text) {
  return [...text.matchAll(/[-+]?\d[\d,.]* ± \d+(?:,\d{3})*(?:\.\d+)?/g)].map(([figure]) => figure);
}

/**
 * A hash of what was run: every file a scenario reads, in order, but for comments on lines of their own.
 * @param {readonly { file: string, text: string }[]} inputs
 */
export function hashOf(inputs) {
  const hash = createHash("sha256");
  for (const { file, text } of inputs) hash.update(`${file}\n${text.replaceAll(/^\s*(#.*)?\n/gm, "")}\0`);
  return hash.digest("hex").slice(0, 16);
}
