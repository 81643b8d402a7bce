/**
 * Characters that text of others must not bring to a screen: control characters and escapes, marks that turn the
 * direction of writing, and line ends that only some programs know.
 */
const unsafe = String.raw`\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}`;
const inOneLine = new RegExp(`[${unsafe}]+`, "gu");
const inLines = new RegExp(`(?![\\n\\t])[${unsafe}]`, "gu");

/**
 * Text of others, made safe for a terminal or a page, on one line. Whatever could colour, move, clear or reorder what a
 * person reads becomes a space.
 */
export function plain(text: string): string {
  return text.replace(inOneLine, " ").trim();
}

/** As `plain` for text that has lines: line ends, tabs and spaces stay as they are. */
export function plainLines(text: string): string {
  return text.replace(inLines, " ");
}

/**
 * A value as JSON that is plain too: it parses to the same value, and characters that `plain` removes are written as
 * escapes.
 */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    inLines,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A text in lines of at most `width` characters, each after `indent`, the first line after `first`. A longer word has a
 * line of its own. A no-break space keeps two words on one line, and becomes a plain space there.
 */
export function wrap(text: string, width: number, indent = "", first = indent): string[] {
  const lines: string[] = [];
  let line = "";
  // A per cent sign stays with its number.
  for (const word of plain(text)
    .replace(/(?<=\d) (?=%)/g, "\u00a0")
    .split(/ +/)) {
    const before = lines.length === 0 ? first : indent;
    if (line !== "" && before.length + line.length + 1 + word.length > width) {
      lines.push(before + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push((lines.length === 0 ? first : indent) + line);
  return lines.map((whole) => whole.replaceAll("\u00a0", " "));
}

/** A text of at most so many characters: of a longer one the beginning. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Blocks of lines as one text, with an empty line between them. A block without lines is left out. */
export function paragraphs(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
