/** How parts of terminal text are coloured. Without colour each function returns its text unchanged. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly alarm: (text: string) => string;
}

const start = "\u001b";

/** Colour as the caller says. Terminal and environment do not matter, so the same call gives the same bytes. */
export function inkOf(color: boolean): Ink {
  const between = (on: number, off: number) => (text: string) =>
    color && text !== "" ? `${start}[${on}m${text}${start}[${off}m` : text;
  return { strong: between(1, 22), faint: between(2, 22), good: between(36, 39), alarm: between(31, 39) };
}
