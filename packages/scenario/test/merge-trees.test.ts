import { describe, expect, it } from "vitest";
import { mergeTrees, spreadDefaults } from "../src/merge/merge-trees.ts";
import { scenarioStructure } from "../src/merge/structure.ts";
import { Diagnostics } from "../src/text/diagnostics.ts";
import { locate, plainOf } from "../src/text/locate.ts";
import { parseYaml } from "../src/text/parse-yaml.ts";
import type { MapNode } from "../src/text/tree.ts";

describe("a tree on top of another", () => {
  const read = (text: string, file: string): MapNode => parseYaml(text, file, new Diagnostics()) as MapNode;
  const structure = scenarioStructure();
  const merged = (base: string, over: string): MapNode =>
    mergeTrees(read(base, "base.yaml"), read(over, "over.yaml"), structure);
  const plain = (base: string, over: string) => plainOf(merged(base, over));

  it("is laid over it setting by setting, where the schema has settings below", () => {
    expect(
      plain(
        "name: b\nsectors: { a: { custody: { capacity: 1, limit: 2 } }, b: { timeZone: z } }",
        "sectors: { a: { custody: { capacity: 3 } }, c: {} }",
      ),
    ).toEqual({
      name: "b",
      sectors: { a: { custody: { capacity: "3", limit: "2" } }, b: { timeZone: "z" }, c: {} },
    });
  });

  it("replaces a value whole, also one of words in a map; and a section where something else stands in its place", () => {
    const capacity = (value: string): string => `sectors: { a: { custody: { capacity: ${value} } } }`;
    expect(plain(capacity("{ before: 1, 2019-01-01: 2 }"), capacity("{ value: 3 }"))).toEqual({
      sectors: { a: { custody: { capacity: { value: "3" } } } },
    });
    expect(plain("sectors: { a: {} }", "sectors: none")).toEqual({ sectors: "none" });
    expect(plain("sectors: none", "sectors: { a: {} }")).toEqual({ sectors: { a: {} } });
    expect(plain("odd: { a: 1 }", "odd: { b: 2 }")).toEqual({ odd: { b: "2" } });
  });

  it("adds changes of its policy after those of the base, each as it is; other lists are replaced", () => {
    expect(plain("policy: [{ on: a }, { on: b }]", "policy: [{ on: b }]")).toEqual({
      policy: [{ on: "a" }, { on: "b" }, { on: "b" }],
    });
    expect(plain("name: n", "policy: [{ on: b }]\nnotes: [a]")).toEqual({
      name: "n",
      policy: [{ on: "b" }],
      notes: ["a"],
    });
    expect(plain("policy: x", "policy: [{ on: b }]")).toEqual({ policy: [{ on: "b" }] });
    expect(plain("policy: [{ on: a }]", "policy: x")).toEqual({ policy: "x" });
    expect(plain("nationalities: [A, B]", "nationalities: [B, C]")).toEqual({ nationalities: ["B", "C"] });
  });

  it("adds its notes, but for those that are there", () => {
    expect(plain("notes: [a, b]", "notes: [b, c]")).toEqual({ notes: ["a", "b", "c"] });
    expect(plain("notes: a", "notes: [b, c]")).toEqual({ notes: ["b", "c"] });
    expect(plain("notes: [a]", "notes: b")).toEqual({ notes: "b" });
  });

  it("says where each thing is written: the upper file where it has the key", () => {
    const tree = merged(
      "sectors: { a: { custody: { limit: 1 } } }\npolicy: [x]\nnotes: [x]\nname: n",
      "\nsectors: { a: { custody: { capacity: 2 } } }\npolicy: [y]\nnotes: [y]",
    );
    const at = (...path: string[]) => [locate(tree, path).file, locate(tree, path).line];
    expect(at("sectors")).toEqual(["over.yaml", 2]);
    expect(at("sectors", "a", "custody")).toEqual(["over.yaml", 2]);
    expect(at("sectors", "a", "custody", "limit")).toEqual(["base.yaml", 1]);
    expect([at("policy"), at("notes"), at("name")]).toEqual([
      ["over.yaml", 3],
      ["over.yaml", 4],
      ["base.yaml", 4],
    ]);
    expect(tree.place.file).toBe("over.yaml");
  });

  it("gives places the defaults of their section, under what each says, and keeps none", () => {
    const spread = (text: string) => plainOf(spreadDefaults(read(text, "x.yaml"), structure));
    const places = "sectors: { a: { custody: { capacity: 1 } }, b: {} }\nbuses: { c: { seats: 2 } }";
    expect(
      spread(`${places}\ndefaults: { sectors: { custody: { capacity: 5, limit: 6 } }, courts: { rooms: 1 } }`),
    ).toEqual({
      sectors: { a: { custody: { capacity: "1", limit: "6" } }, b: { custody: { capacity: "5", limit: "6" } } },
      buses: { c: { seats: "2" } },
    });
    expect(spread("buses: { a: {} }\ndefaults: { buses: { seats: 4 } }")).toEqual({ buses: { a: { seats: "4" } } });
    // What is no map is told elsewhere, and stays as it is.
    expect(spread("sectors: { a: x, b: {} }\ndefaults: { sectors: { timeZone: z } }")).toEqual({
      sectors: { a: "x", b: { timeZone: "z" } },
    });
    expect(spread("sectors: x\ndefaults: { sectors: { timeZone: z } }")).toEqual({ sectors: "x" });
    expect(spread("sectors: { a: {} }\ndefaults: { sectors: x }")).toEqual({ sectors: { a: {} } });
    expect(spread("sectors: { a: {} }\ndefaults: x")).toEqual({ sectors: { a: {} } });
    expect(spread("sectors: { a: {} }")).toEqual({ sectors: { a: {} } });
  });

  it("spreads defaults under keys that keep their places", () => {
    const tree = spreadDefaults(
      read("defaults: { sectors: { timeZone: z } }\nsectors:\n  a: {}\n", "x.yaml"),
      structure,
    );
    expect(["sectors", "sectors.a", "sectors.a.timeZone"].map((path) => locate(tree, path.split(".")).line)).toEqual([
      2, 3, 1,
    ]);
  });
});
