import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { columnsOf, runVariantsPausing, stored, type Unit } from "../src/index.ts";
import { RecordStore } from "../src/node/index.ts";
import { figures, simulateFigures, variantsOf } from "./support/figures.ts";

const folder = mkdtempSync(path.join(tmpdir(), "mpp-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const store = new RecordStore(folder);
const labelOf = (policy: number, replication: number) => ({
  address: `${policy}${replication}`.padStart(4, "0"),
  catalogue: "c",
});

/** The same replication, its numbers in a file. */
const away = (policy: number, replication: number) => {
  store.write(figures(policy, replication), labelOf(policy, replication));
  return store.readLater(labelOf(policy, replication))!;
};

// A block of 1 to 12 numbers: of one index, of some, exactly of all, of more.
it.each([1, 5, 6, 12, 13, 100])("columns are the same in blocks of %i numbers, from memory and from files", (most) => {
  const there = [0, 1, 2].map((replication) => figures(4, replication));
  const mixed = [figures(4, 0), away(4, 1), away(4, 2)];
  for (const replications of [there, mixed]) {
    // By hand: replication r of policy 4 has blocked 400 + r, 1, 0, 400 + r.
    expect([...columnsOf(replications, "blocked", [0, 1, 2, 3], most)].map((column) => [...column])).toEqual([
      [400, 401, 402],
      [1, 1, 1],
      [0, 0, 0],
      [400, 401, 402],
    ]);
    expect([...columnsOf(replications, "blocked", [3, 1], most)].map((column) => [...column])).toEqual([
      [400, 401, 402],
      [1, 1, 1],
    ]);
  }
  expect([...columnsOf([], "daily", [0, 1], most)].map(({ length }) => length)).toEqual([0, 0]);
  expect([...columnsOf(there, "daily", [], most)]).toEqual([]);
});

it("a run whose replications lie in files is folded to the same results", async () => {
  const options = {
    variants: variantsOf(3),
    reference: "b",
    seed: "s",
    replications: 7,
    simulate: simulateFigures,
    pause: () => Promise.resolve(),
  };
  const serial = await runVariantsPausing(options);
  const records = {
    read: () => undefined,
    write: ({ policy, replication }: Unit) => away(policy, replication),
  };
  const result = await runVariantsPausing({ ...options, executor: (own) => stored(records, own) });
  expect(result.variants[1]!.result.replications[3]).not.toEqual(figures(1, 3));
  const folded = ({ variants, ...about }: typeof serial) => ({
    ...about,
    variants: variants.map(({ result: { replications, ...run } }) => ({ ...run, n: replications.length })),
  });
  expect(folded(result)).toEqual(folded(serial));
});
