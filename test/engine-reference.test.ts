import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { type Entry, engineEntries, engineGaps, enginePage } from "../scripts/engine-page.ts";
import { root } from "./scenario-files.ts";

const entries = engineEntries();
const page = enginePage(entries);
const entry = (name: string): Entry => entries.find((one) => one.name === name) as Entry;

it("everything that the engine exports has a docstring, and so has each public member", () => {
  expect(entries.length).toBeGreaterThan(100);
  expect(engineGaps(entries)).toEqual([]);
  const simulation = entry("Simulation");
  const silent = {
    ...simulation,
    doc: "",
    members: simulation.members.map((member) => (member.name === "hold" ? { ...member, doc: "" } : member)),
  };
  expect(engineGaps([silent])).toEqual(["Simulation", "Simulation.hold"]);
});

it("the page of the engine is up to date (npm run -s reference)", () => {
  expect(readFileSync(path.join(root, "docs/reference/engine.md"), "utf8")).toBe(page);
});

it("an entry has public members alone, also those of its base classes and interfaces", () => {
  const { members } = entry("Resource");
  const names = members.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["constructor", "busy", "capacity", "acquire", "transfer"]));
  expect(names).not.toContain("units");
  expect(members.find(({ name }) => name === "transfer")?.of).toBe("Stateful");
  expect(members.find(({ name }) => name === "acquire")?.of).toBeUndefined();
  expect(entry("Simulation").members.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["run", "schedule", "hold"]),
  );
  // `stack` and `message` of an error are not the engine's.
  expect(entry("EventError").members.map(({ name }) => name)).toEqual(["constructor", "time", "type", "subject"]);
});

it("each entry is on the page, with the examples that import it", () => {
  const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
  expect(new Set(headings)).toEqual(new Set(entries.map(({ name }) => name)));
  expect(entry("Station").examples).toEqual(["08-clinic.ts"]);
  expect(entry("ZoneTable").examples).toEqual([]);
});

it("every link of the page leads somewhere", () => {
  const seen = new Map<string, number>();
  const anchors = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
      const anchor = (heading as string)
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-");
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? `#${anchor}` : `#${anchor}-${before}`;
    }),
  );
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link as string);
  const folder = path.join(root, "docs/reference");
  const dead = links.filter(
    (link) => !(link.startsWith("#") ? anchors.has(link) : existsSync(path.join(folder, link))),
  );
  expect(dead).toEqual([]);
});
