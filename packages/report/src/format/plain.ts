/**
 * Text of a file as it may stand on a terminal: every control character, among them line ends and escapes, becomes a space.
 * A scenario cannot colour, move or clear what a person reads.
 */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/**
 * Words of a text in lines of at most `width` characters, each behind `indent`, the first line behind `first`;
 * a longer word stands alone.
 * A no-break space keeps two words on one line, and is a plain space there.
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
