import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parameterRows } from "../scripts/parameters-page.ts";
import { root } from "./scenario-files.ts";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const mechanisms = Array.from({ length: 24 }, (_, index) => `M${index + 1}`);

const sections = new Map(
  read("docs/reference/model.md")
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf(" ")), text]),
);
const lineOf = (name: string, what: string): string =>
  new RegExp(`^${what}: (.+)$`, "m").exec(sections.get(name) ?? "")?.[1] ?? "";
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, inside]) => inside as string);

const settings = parameterRows().map((row) => row.path);
const topics = [...read("docs/rules.md").matchAll(/^###? (.+)$/gm)].map(([, topic]) => topic);

describe("the reference of the model", () => {
  it("has one section for each mechanism, and no other", () => {
    expect([...sections.keys()]).toHaveLength(mechanisms.length);
    expect(new Set(sections.keys())).toEqual(new Set(mechanisms));
  });

  it.each(mechanisms)("%s names settings, rules, and test files with a test of its name", (name) => {
    const named = quoted(lineOf(name, "Settings"));
    expect(named).not.toEqual([]);
    expect(named.filter((one) => !settings.some((known) => `${known}.`.startsWith(`${one}.`)))).toEqual([]);
    const rules = lineOf(name, "Rules").split(", ");
    expect(rules.filter((rule) => !topics.includes(rule))).toEqual([]);
    const files = quoted(lineOf(name, "Tests"));
    expect(files).not.toEqual([]);
    const title = new RegExp(`^ *(describe|it)(\\.each\\(.*\\))?\\(\\s*"[^"]*\\b${name}\\b`, "m");
    expect(files.filter((file) => !title.test(read(file)))).toEqual([]);
  });
});
