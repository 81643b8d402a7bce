import { expect, it } from "vitest";
import { Diagnostics, formatDiagnostic } from "../src/text/diagnostics.ts";
import { parseYaml } from "../src/text/parse-yaml.ts";
import type { Node } from "../src/text/tree.ts";

/** Texts of a map of texts, and what is said of it. */
function read(text: string): { readonly values: Record<string, string>; readonly said: readonly string[] } {
  const diagnostics = new Diagnostics();
  const root = parseYaml(text, "x.yaml", diagnostics);
  const entries = root?.kind === "map" ? [...root.entries] : [];
  const textOf = (node: Node): string => (node.kind === "scalar" ? node.text : node.kind);
  return {
    values: Object.fromEntries(entries.map(([key, { node }]) => [key, textOf(node)])),
    said: diagnostics.sorted().map(formatDiagnostic),
  };
}

it("an alias stands for the last node before it that has its anchor, in values and keys", () => {
  expect(read("a: &x one\nb: *x\nc: &x two\nd: *x\n&k e: *x\nf: &y { g: *x }\nh: *y\n").values).toEqual({
    a: "one",
    b: "one",
    c: "two",
    d: "two",
    e: "two",
    f: "map",
    h: "map",
  });
  expect(read("a: &k b\n*k : c\n").values).toEqual({ a: "b", b: "c" });
});

it("an anchor that comes later, or not at all, or around the alias, is a fault", () => {
  expect(read("a: *x\nb: &x one\n").said).toEqual([expect.stringMatching(/^x\.yaml:1:4 .*x/)]);
  expect(read("a: &x one\nb: *y\n").said).toEqual([expect.stringMatching(/^x\.yaml:2:4 .*y/)]);
  expect(read("a: &x { b: *x }\n").said).toEqual(["x.yaml:1:12 a.b must not contain itself (got *x)"]);
});
