/** Names, versions and licence texts of the packages of others that went into a bundle. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

/**
 * @param {string[]} inputs files of a bundle, from the root
 * @returns {string}
 * @throws {Error} if a package does not state its licence, or does not come with the text of it
 */
export function thirdPartyLicences(inputs) {
  const folders = new Set(inputs.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const entries = [...folders].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const head = "This package contains parts of others, under their own licences.\n";
  return [head, ...entries.map(({ title, text }) => `${title}\n${"=".repeat(title.length)}\n\n${text}\n`)].join("\n");
}

/**
 * The licence of the package in a folder: a file of its own, or the part of the README that holds it.
 * @param {string} folder from the root
 */
function licenceOf(folder) {
  const read = (/** @type {RegExp} */ name) => {
    const file = readdirSync(join(root, folder)).find((entry) => name.test(entry));
    return file === undefined ? undefined : readFileSync(join(root, folder, file), "utf8").trim();
  };
  const { name, version, license } = JSON.parse(read(/^package\.json$/) ?? "{}");
  const text = read(/^(un)?licen[cs]e/i) ?? /^#*\s*licen[cs]e\b[\s\S]*/im.exec(read(/^readme/i) ?? "")?.[0].trim();
  if (typeof license !== "string" || text === undefined) {
    throw new Error(`${folder} must state its licence and come with the text of it`);
  }
  return { title: `${name} ${version} (${license})`, text };
}
