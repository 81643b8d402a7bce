import type { Ink } from "../format/ink.ts";
import { wrap } from "../format/plain.ts";

/** What a summary is written on. */
export interface Paper {
  /** Columns; no line is wider, unless a word is. */
  readonly width: number;
  readonly ink: Ink;
  /** Whether figures may have bars beside them: a terminal has, a file has not. */
  readonly bars: boolean;
}

/** Below this many columns a word has a line of its own. */
const narrow = 60;
const margin = 11;

/** Sentences beside a word in capitals; below it where there is no room. Each begins a line. */
export function block(word: string, sentences: readonly string[], { width, ink }: Paper): string[] {
  const under = width < narrow;
  const indent = " ".repeat(under ? 2 : margin);
  const lines = sentences.flatMap((sentence) => wrap(sentence, width, indent));
  if (word === "" || lines.length === 0) return lines;
  return under
    ? [ink.strong(word), ...lines]
    : [ink.strong(word.padEnd(margin)) + lines[0]?.slice(margin), ...lines.slice(1)];
}
