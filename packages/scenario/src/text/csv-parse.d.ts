/** What `csv.ts` uses of the library, whose own types bring in those of Node. */
export function parse(
  bytes: Uint8Array,
  options: { readonly relax_column_count: boolean },
): readonly (readonly string[])[];
