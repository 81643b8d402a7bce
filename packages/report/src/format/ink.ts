/** How parts of terminal text are set off. Each function gives its text back unchanged when there is no colour. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly alarm: (text: string) => string;
}

const start = "\u001b";

/** Ink by the caller's word alone: terminal and environment are not asked, so the same call gives the same bytes. */
export function inkOf(color: boolean): Ink {
  const between = (on: number, off: number) => (text: string) =>
    color && text !== "" ? `${start}[${on}m${text}${start}[${off}m` : text;
  return { strong: between(1, 22), faint: between(2, 22), good: between(36, 39), alarm: between(31, 39) };
}
