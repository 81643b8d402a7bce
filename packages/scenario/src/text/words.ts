/** `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return join(words, "or");
}

/** `a, b and c`. */
export function allOf(words: readonly string[]): string {
  return join(words, "and");
}

function join(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}
