/**
 * Every word of several lists once: in the order of the first list. Words only in later lists come after the word that
 * they follow there.
 */
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
