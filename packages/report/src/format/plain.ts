/**
 * Text of a file as it may stand on a terminal: every control character, among them line ends and escapes, becomes a space.
 * A scenario cannot colour, move or clear what a person reads.
 */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** Words of a text in lines of at most `width` characters, each behind `indent`; a longer word stands alone. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text).split(/\s+/)) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(indent + line);
  return lines;
}
