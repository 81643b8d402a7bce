import { afterEach, describe, expect, it, vi } from "vitest";
import { parse, stringify } from "yaml";
import { type Scenario, scenarioJsonSchema } from "../src/index.ts";
import { scenarioParameters, settingsWithDefaults } from "../src/schema/settings.ts";
import { otherValueOf } from "./other-values.ts";
import { loadText, messages } from "./read-scenarios.ts";
import { wholeWithList } from "./whole-scenario.ts";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** Other values of the settings with defaults that change on no date. `hold` is the only one of its kind. */
const others: Readonly<Record<string, Tree>> = {
  notes: ["Read this."],
  "answer.matters": "10 %",
  "answer.assumptions": ["sectors.west.eligibility.discretion.family"],
  "sectors.*.arrivals.scripted.*.over": "2 h",
  "sectors.*.arrivals.scripted.*.people.single-adult": "6 people",
  "sectors.*.arrivals.scripted.*.people.family": "6 people",
  "sectors.*.arrivals.scripted.*.people.unaccompanied-child": "6 people",
  "sectors.*.arrivals.scripted.*.cases.*.count": "3",
  "sectors.*.arrivals.scripted.*.counted": "on-top",
  "sectors.*.custody.atLimit.unaccompanied-child": "hold",
  "sectors.*.eligibility.exempt.returned": ["pregnant"],
  "sectors.*.list.initial.single-adult": "9 people",
  "sectors.*.list.initial.family": "9 people",
  "sectors.*.list.initial.unaccompanied-child": "9 people",
  "usShelters.*.initial": "2 people",
};

/** A tree with a value at every place of a path, or without what stands there. */
function changed(tree: Tree, [step = "", ...rest]: readonly string[], value: Tree | undefined): Tree {
  if (Array.isArray(tree)) return tree.map((item) => changed(item, rest, value));
  if (typeof tree === "string") throw new Error(`${tree} has no ${step}`);
  const map = tree as Readonly<Record<string, Tree>>;
  const keys = step === "*" ? Object.keys(map) : rest.length === 0 || step in map ? [step] : [];
  const copy = new Map(Object.entries(map));
  for (const key of keys) {
    const inner = rest.length === 0 ? value : changed(map[key] as Tree, rest, value);
    if (inner === undefined) copy.delete(key);
    else copy.set(key, inner);
  }
  return Object.fromEntries(copy);
}

/** Every part that may be left out is there, and of each only what must be given. */
const bare = settingsWithDefaults().reduce<Tree>(
  (tree, { path }) => changed(tree, path, undefined),
  parse(
    wholeWithList
      .replace(
        /^ {6}large:/m,
        "      scripted: { g: { on: 2019-12-03, at: '10:00', people: {}, cases: [{ category: family, nationality: GTM, size: 2 people }] } }\n$&",
      )
      .replace("calls: 6/day,", "calls: 6/day, initial: {},")
      .replaceAll(
        /exempt: \{ single-adult: 5 %, family: 8 %.*/g,
        "exempt: { single-adult: 5 %, family: 8 %, kinds: { single-adult: {}, family: {} } }",
      )
      .replaceAll(
        "discretion: { single-adult: 20 %, family: 10 % }",
        "discretion: { single-adult: 20 %, family: { value: 10 %, source: assumption, range: [0 %, 60 %] } }",
      )
      .concat("answer: { measure: system.released, claim: lower, against: { buses.coach.inService: no } }\n"),
    { schema: "failsafe" },
  ) as Tree,
);

function loaded(tree: Tree): Scenario {
  const found = loadText(stringify(tree));
  expect(messages(found).filter((message) => !message.includes(" warning: "))).toEqual([]);
  return found.scenario as Scenario;
}

/** What the border is given, and what is asked, as text; functions and sets too. */
function compiled(tree: Tree): string {
  const { parameters, notes, answer } = loaded(tree);
  const asked = [answer?.matters, answer?.assumptions.map(({ path }) => path)];
  return JSON.stringify([parameters, notes, asked], (_, value) =>
    typeof value === "function"
      ? String(value)
      : value instanceof Set
        ? [...value]
        : value === Number.NEGATIVE_INFINITY
          ? "-∞"
          : value,
  );
}

/** The settings that one leaf of the schema stands for. */
const settings = settingsWithDefaults();
const pathsOf = (leaf: object): readonly (readonly string[])[] =>
  settings.filter(({ outer }) => outer === leaf).map(({ path }) => path);
const withValue = (leaf: object, value: Tree): Tree =>
  pathsOf(leaf).reduce((tree, path) => changed(tree, path, value), bare);
const inForce = compiled(bare);

afterEach(() => vi.restoreAllMocks());

describe("a default is said once, in the schema", () => {
  it("of some forty settings", () => {
    expect(settings.length).toBeGreaterThan(40);
  });

  it.each(settings.map((setting) => [setting.path.join("."), setting] as const))("%s", (path, { outer, orElse }) => {
    expect(compiled(withValue(outer, orElse))).toBe(inForce);

    const other = others[path] ?? (parse(otherValueOf(path).value, { schema: "failsafe" }) as Tree);
    const written = compiled(withValue(outer, other));
    if (other !== orElse) expect(written).not.toBe(inForce);
    vi.spyOn(outer._zod.def as unknown as { defaultValue: Tree }, "defaultValue", "get").mockReturnValue(other);
    expect(compiled(bare)).toBe(written);
    expect(scenarioParameters().find((row) => row.path === path)?.unlessGiven).toBe(
      Array.isArray(other) ? `[${other.join(", ")}]` : other,
    );
    expect(schemaAt(path.split("."))).toMatchObject({ default: other });
  });
});

type JsonSchema = Readonly<Record<string, unknown>>;

/** What the JSON Schema says of a path. */
function schemaAt(path: readonly string[]): JsonSchema | undefined {
  const whole = scenarioJsonSchema();
  const resolved = (node: JsonSchema): JsonSchema =>
    typeof node.$ref === "string"
      ? { ...node, ...(whole.$defs as Record<string, JsonSchema>)[node.$ref.replace("#/$defs/", "")] }
      : node;
  return path.reduce<JsonSchema>((node, step) => {
    const below = step === "*" ? (node.additionalProperties ?? node.items) : (node.properties as JsonSchema)[step];
    return resolved(below as JsonSchema);
  }, whole);
}
