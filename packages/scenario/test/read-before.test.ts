import { describe, expect, it } from "vitest";
import { type LoadOptions, loadScenario, ReadBefore, type Scenario } from "../src/index.ts";
import { head, messages, readerOf } from "./read-scenarios.ts";

/** Counts how often each file is read. */
function counting() {
  const reader = readerOf();
  const reads: string[] = [];
  return {
    reads,
    reader: {
      read(reference: string, from?: string) {
        const found = reader.read(reference, from);
        reads.push(found.file);
        return found;
      },
    },
  };
}

const bus = "scenarios/tucson-el-paso-bus.yaml";
const seats = (value: string): LoadOptions => ({ set: [{ path: "buses.tucson-el-paso.seats", value }] });
/** All that a load gives, but for functions. */
const told = (scenario: Scenario | undefined): string => JSON.stringify(scenario);

describe("what was read before", () => {
  it("is not read again, and changes nothing: other values, another period, another start", () => {
    const { reader, reads } = counting();
    const before = new ReadBefore();
    const empty = { set: [{ path: "start", value: "empty" }], until: "2019-12-24" };
    for (const options of [seats("40"), empty, seats("41")]) {
      const { scenario } = loadScenario(bus, reader, options, before);
      expect(told(scenario)).toBe(told(loadScenario(bus, readerOf(), options).scenario));
    }
    expect(reads).toEqual([...new Set(reads)]);
    expect(reads).toContain("scenarios/data/census-2019-11-22.csv");
  });

  it.each([
    ["a value", `${head}sectors:\n  tucson:\n    custody: { capacity: many }\n`, {}],
    ["the text", `${head}sectors: [\n`, {}],
    ["a table", `${head}start: { census: ./c.csv }\n`, { "scenarios/c.csv": "a,b\n1\n" }],
  ])("tells what is wrong with %s each time, and reads anew once it was mended", (_, text, more) => {
    const file = "scenarios/x.yaml";
    const before = new ReadBefore();
    const faulty = readerOf({ ...more, [file]: text });
    const first = messages(loadScenario(file, faulty, {}, before));
    expect(first).not.toEqual([]);
    expect(messages(loadScenario(file, faulty, {}, before))).toEqual(first);
    const mended = loadScenario(file, readerOf({ [file]: head }), {}, before);
    expect(messages(mended)).toEqual([]);
    expect(mended.scenario?.name).toBe("x");
  });
});
