import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./scenario-files.ts";

/** Texts of the test sources below some folders, without comments. */
export function testTexts(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => withoutComments(readFileSync(path.join(root, folder, file), "utf8"))),
  );
}

/** What a source says to the machine. Of `//` in a line only what follows a space or nothing is a comment, not that of an address. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<![^\s])\/\/ .*/g, "");
}

/**
 * Whether a text names something by its path, `sectors.*.custody.capacity`: its words one after another, whether between dots or in
 * maps within maps, whatever the places that `*` stands for are called.
 */
export function names(text: string, path: string): boolean {
  const words = path.split(".").filter((word) => word !== "*");
  let from = 0;
  for (;;) {
    const [first = "", ...rest] = words;
    const at = wordIn(text, first, from, text.length);
    if (at < 0) return false;
    let last = at;
    for (const word of rest) last = last < 0 ? last : wordIn(text, word, last + 1, last + farthest);
    if (last >= 0) return true;
    from = at + 1;
  }
}

/** Letters between a word of a path and the next. */
const farthest = 400;

function wordIn(text: string, word: string, from: number, until: number): number {
  for (let at = text.indexOf(word, from); at >= 0 && at < until; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return at;
  return -1;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\w-]/.test(letter);
}
