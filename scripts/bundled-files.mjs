/** What went into a bundle. */
import { isAbsolute, relative, sep } from "node:path";
import { root } from "./bootstrap.mjs";

/**
 * @param {import("rolldown").RolldownOutput} bundle
 * @returns {string[]} every file that went in, from the root; modules that the bundler makes up are no files
 */
export function bundledFiles({ output }) {
  return output
    .flatMap((part) => (part.type === "chunk" ? part.moduleIds : []))
    .filter((id) => isAbsolute(id))
    .map((id) => relative(root, id).split(sep).join("/"));
}
