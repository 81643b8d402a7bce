import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./scenario-files.ts";

const pages = [
  ...readdirSync(root),
  ...readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" }).map((file) =>
    path.posix.join("docs", file),
  ),
].filter((file) => file.endsWith(".md"));

/** Lines that a merge leaves where it was not mended. */
const marks = /^(<{7}|={7}|>{7})( |$)/m;

/** Files that a page links to and that are not there. */
function deadLinks(page: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link as string);
  return links.filter((link) => !existsSync(path.join(root, path.dirname(page), link)));
}

it.each(pages)("%s leads to files that are there, and no mark of a merge stands in it", (page) => {
  const text = readFileSync(path.join(root, page), "utf8");
  expect(deadLinks(page, text)).toEqual([]);
  expect(text).not.toMatch(marks);
});

it("a dead link and a mark are seen", () => {
  expect(pages.length).toBeGreaterThan(60);
  expect(deadLinks("docs/x.md", "[a](rules.md#custody), [b](gone.md), [c](https://example.org)")).toEqual(["gone.md"]);
  expect("a\n<<<<<<< HEAD\nb").toMatch(marks);
});
