/** Every word of several lists once: in the order of the first, words of later lists behind the word they follow there. */
export function mergedOrder(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  for (const list of lists) {
    let at = 0;
    for (const word of list) {
      const found = merged.indexOf(word);
      if (found < 0) merged.splice(at++, 0, word);
      else at = found + 1;
    }
  }
  return merged;
}
