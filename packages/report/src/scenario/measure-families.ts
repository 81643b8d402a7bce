import { categories, type MeasureDefinition } from "@mpp-sim/border";

/** What stands in names for the id of a place, by the word before it. */
const places: Readonly<Record<string, string>> = {
  sector: "SECTOR",
  bus: "BUS",
  hub: "HUB",
  interview: "UNIT",
  limit: "LIMIT",
  port: "POINT",
  city: "CITY",
  court: "COURT",
  group: "GROUP",
  interior: "SECTOR",
  shelter: "SHELTER",
  list: "SECTOR",
  place: "PLACE",
};
const kind = `(?:${categories.join("|")}|infants|(?:nationality|exemption)\\.[A-Za-z]+)`;
const kindOfPeople = new RegExp(`(?<=\\.)${kind}(?:\\.${kind})?(?=\\.|$)`);
/** The end of a definition that says whose figure it is. */
const whose =
  /; ((category|nationality) [^;]*, |families whose [^;]*, |people of the [^;]*, )?(by sector of arrival|all sectors)$|; people (of this group|returned to this city)$/;

/** The same figure of several places and kinds of people. */
export interface MeasureFamily<Definition extends MeasureDefinition = MeasureDefinition> {
  /** With SECTOR and the like for a place, and KIND for a kind of people, in the order of the measures. */
  readonly names: readonly string[];
  /** The first of them. */
  readonly first: Definition;
  /** Of all of them. */
  readonly definition: string;
}

/** What capitals in the names of families stand for: ids of places, and kinds of people. Of nationalities within a category is said that there are. */
export type Capitals = ReadonlyMap<string, ReadonlySet<string>>;

/** Measures or series, those that differ only by place or kind of people as one, in the order of their first. */
export function familiesOf<Definition extends MeasureDefinition>(
  definitions: readonly Definition[],
): { readonly families: readonly MeasureFamily<Definition>[]; readonly capitals: Capitals } {
  const found = new Map<string, { names: Set<string>; first: Definition; definition: string }>();
  const capitals = new Map<string, Set<string>>();
  const capital = (word: string, meant: string): string => {
    capitals.set(word, (capitals.get(word) ?? new Set()).add(meant));
    return word;
  };
  for (const one of definitions) {
    const [, sort = "", id = "", rest = ""] = /^([a-z]+)\.([^.]+)\.(.+)$/.exec(one.name) ?? [];
    const place = sort in places ? `${sort}.${capital(places[sort]!, id)}` : undefined;
    const name = (place === undefined ? one.name : `${place}.${rest}`).replace(kindOfPeople, (of) =>
      capital("KIND", of.replace(/\.nationality\..*/, ".nationality.…")),
    );
    const isOfPeople = whose.test(one.description);
    const definition = one.description.replace(whose, "");
    const what = isOfPeople ? name.replace(/^system\.|^[a-z]+\.[A-Z]+\./, "").replace(/\.?KIND/, "") : name;
    const key = [what, one.unit, definition].join("\n");
    if (!found.has(key)) found.set(key, { names: new Set(), first: one, definition });
    found.get(key)!.names.add(name);
  }
  return {
    families: [...found.values()].map(({ names, ...family }) => ({ ...family, names: [...names] })),
    capitals,
  };
}
