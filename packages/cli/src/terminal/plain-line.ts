/** Text that was written by others, as it may stand on a terminal: control characters become spaces. */
export function plainLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}
