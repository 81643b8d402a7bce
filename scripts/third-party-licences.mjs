/** Names, versions and licence texts of the packages of others that went into a bundle. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./bootstrap.mjs";

/**
 * @param {string[]} inputs files of a bundle, from the root
 * @returns {string}
 * @throws {Error} if a package does not come with its licence
 */
export function thirdPartyLicences(inputs) {
  const folders = new Set(inputs.filter((file) => file.includes("node_modules/")).map((file) => packageFolderOf(file)));
  const entries = [...folders].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const head = "This package contains parts of others, under their own licences.\n";
  return [head, ...entries.map(({ title, text }) => `${title}\n${"=".repeat(title.length)}\n\n${text}\n`)].join("\n");
}

/** The nearest folder above a file whose manifest names a package: some hold manifests that only state a type.
 * @param {string} file
 */
function packageFolderOf(file) {
  let folder = dirname(join(root, file));
  for (; folder.includes("node_modules"); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version !== undefined) return folder;
  }
  throw new Error(`${file} must lie in a package`);
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string") throw new Error(`${name} must state its licence`);
  return { title: `${name} ${version} (${license})`, text: licenceText(folder, name) };
}

/**
 * The licence file, or the part of the README that holds it.
 * @param {string} folder
 * @param {string} name
 */
function licenceText(folder, name) {
  const files = readdirSync(folder);
  const file = files.find((entry) => /^(un)?licen[cs]e/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8").trim();
  const readme = files.find((entry) => /^readme/i.test(entry));
  const part = /^#*\s*licen[cs]e\b[\s\S]*/im.exec(
    readme === undefined ? "" : readFileSync(join(folder, readme), "utf8"),
  );
  if (part === null) throw new Error(`${name} must come with the text of its licence`);
  return part[0].trim();
}
