import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { ReplicationAway } from "../src/index.ts";
import { addressesOf, catalogueHash, RecordStore, scenarioHash } from "../src/node/index.ts";
import { decodeRecord, encodeRecord } from "../src/units/record.ts";
import { catalogue, figures } from "./support/figures.ts";

const label = { address: "ab12", catalogue: "cd34" };
const any = fc.double({ noNaN: false, noDefaultInfinity: false });
const numbers = fc.array(any, { maxLength: 9 }).map((values) => Float64Array.from(values));

describe("a record", () => {
  it("gives back every bit that was put in, and always the same bytes", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (measures, daily, blocked) => {
        const result = { ...figures(1, 2), measures, daily, blocked };
        const bytes = encodeRecord(result, label);
        // toEqual tells 0 from -0, and takes every NaN as one.
        expect(decodeRecord(bytes, label)).toEqual(result);
        expect(encodeRecord(decodeRecord(bytes, label)!, label)).toEqual(bytes);
      }),
    );
  });

  it("writes one kind of NaN, whatever kind it was given", () => {
    const odd = new Float64Array(Uint32Array.of(1, 0xfff80001).buffer);
    expect(Number.isNaN(odd[0])).toBe(true);
    const plain = Float64Array.of(Number.NaN);
    const bytesWith = (measures: Float64Array) => encodeRecord({ ...figures(0, 0), measures }, label);
    expect(bytesWith(odd)).toEqual(bytesWith(plain));
  });

  it("is refused where another is meant, or one with other rows", () => {
    const bytes = encodeRecord(figures(1, 2), label);
    expect(decodeRecord(bytes, { ...label, address: "ab13" })).toBeUndefined();
    expect(decodeRecord(bytes, { ...label, catalogue: "cd35" })).toBeUndefined();
  });

  it("is refused at any length but its own", () => {
    const bytes = encodeRecord(figures(1, 2), label);
    for (let length = 0; length < bytes.length; length++)
      expect(decodeRecord(bytes.subarray(0, length), label)).toBeUndefined();
    expect(decodeRecord(Uint8Array.of(...bytes, 0), label)).toBeUndefined();
  });

  it("is never of a replication that is not complete", () => {
    const truncated = { ...figures(1, 2), status: "truncated" as const };
    expect(() => encodeRecord(truncated, label)).toThrow("record must be of a complete replication, got truncated");
  });
});

describe("a store", () => {
  const folders: string[] = [];
  const store = (): RecordStore => {
    const folder = mkdtempSync(path.join(tmpdir(), "mpp-test-"));
    folders.push(folder);
    return new RecordStore(path.join(folder, "records"));
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("gives back what was written, and nothing else", () => {
    const kept = store();
    expect(kept.read(label)).toBeUndefined();
    expect(kept.has(label.address)).toBe(false);
    kept.write(figures(1, 2), label);
    kept.write(figures(1, 2), label);
    expect(kept.read(label)).toEqual(figures(1, 2));
    expect(kept.read({ ...label, catalogue: "ef56" })).toBeUndefined();
    expect(readdirSync(kept.folder, { recursive: true })).toEqual(["ab", path.join("ab", "ab12.record")]);
  });

  it("sees damage to any byte, and mends it by writing anew", () => {
    const kept = store();
    kept.write(figures(1, 2), label);
    const file = kept.fileOf(label.address);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 1;
      writeFileSync(file, damaged);
      expect(kept.read(label), `byte ${at}`).toBeUndefined();
      expect(kept.copyTo(label.address, `${file}-copy`)).toBe(false);
    }
    kept.write(figures(1, 2), label);
    expect(readFileSync(file)).toEqual(whole);
  });

  it("gives a replication whose numbers stay in the file until they are wanted, all or some", () => {
    const kept = store();
    expect(kept.readLater(label)).toBeUndefined();
    kept.write(figures(1, 2), label);
    expect(kept.readLater({ ...label, catalogue: "ef56" })).toBeUndefined();
    const later = kept.readLater(label) as ReplicationAway;
    const { measures, daily, blocked, ...head } = figures(1, 2);
    expect(later).toMatchObject(head);
    expect([later.measures, later.daily, later.blocked]).toEqual([measures, daily, blocked]);
    expect(later.part("measures", 1, measures.length)).toEqual(measures.subarray(1));
    expect(later.part("blocked", 0, 1)).toEqual(blocked.subarray(0, 1));
    expect(later.part("daily", 1, 1)).toEqual(new Float64Array());
    writeFileSync(kept.fileOf(label.address), "cut");
    expect(() => later.measures).toThrow(/record must stay whole while a run goes on, got .*ab12\.record cut/);
  });

  it("puts a record into another folder, byte for byte", () => {
    const kept = store();
    kept.write(figures(1, 2), label);
    const target = path.join(kept.folder, "copy");
    expect(kept.copyTo(label.address, target)).toBe(true);
    expect(readFileSync(target)).toEqual(readFileSync(kept.fileOf(label.address)));
    expect(kept.copyTo("cd99", path.join(kept.folder, "other"))).toBe(false);
  });
});

describe("an address", () => {
  const base = {
    build: "1.0.0 aa",
    scenario: {
      resolved: "name: a",
      inputs: [
        { file: "a.yaml", text: "name: a" },
        { file: "t.csv", text: "x\n1" },
      ],
    },
    variant: "",
    point: {},
    seed: "s",
  };
  const address = (change: Partial<typeof base>, replication = 0): string =>
    ((all) => addressesOf({ ...all, scenario: scenarioHash(all.scenario) })(replication))({ ...base, ...change });

  it("differs wherever anything that decides a result differs", () => {
    const { scenario } = base;
    const table = (text: string) => ({ ...scenario, inputs: [scenario.inputs[0]!, { file: "t.csv", text }] });
    const all = [
      address({}),
      address({}, 1),
      address({}, 11),
      address({ build: "1.0.0 ab" }),
      address({ seed: "t" }),
      address({ variant: "two-buses" }),
      address({ point: { "a.b": "1" } }),
      address({ point: { "a.b": "2" } }),
      address({ scenario: { ...scenario, resolved: "name: b" } }),
      address({ scenario: table("x\n2") }),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same for the same, whatever the order of a point", () => {
    expect(address({ point: { a: "1", b: "2" } })).toBe(address({ point: { b: "2", a: "1" } }));
    // How a file is written does not matter once it is resolved.
    const rewritten = { ...base.scenario, inputs: [{ file: "a.yaml", text: "name:   a" }, base.scenario.inputs[1]!] };
    expect(address({ scenario: rewritten })).toBe(address({}));
    const at = (resolved: string) => address({ scenario: { ...base.scenario, resolved } });
    expect(at("a:\n  b: 1 # my file.yaml:12\nc: 2 # t.csv:3\n")).toBe(
      at("a:\n  b: 1 # my file.yaml:13\nc: 2 # u.yaml:1\n"),
    );
    expect(at("a: 'x # y' # f.yaml:1\n")).not.toBe(at("a: 'x # z' # f.yaml:1\n"));
  });

  it("of a catalogue: by names, units and days, not by definitions", () => {
    const { measures } = catalogue;
    const renamed = { ...catalogue, measures: [{ ...measures[0]!, name: "other" }, measures[1]!] };
    const reworded = { ...catalogue, measures: [{ ...measures[0]!, description: "other" }, measures[1]!] };
    expect(catalogueHash(renamed)).not.toBe(catalogueHash(catalogue));
    expect(catalogueHash(reworded)).toBe(catalogueHash(catalogue));
  });
});
