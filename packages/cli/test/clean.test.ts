import { readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { cleanRecords } from "../src/clean-records.ts";
import { mpp } from "../src/program.ts";
import { recordsFolder } from "../src/run/kept-records.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { study } from "./support/study.ts";

const day = 24 * 3600;
const now = Date.parse("2026-06-01T00:00:00Z") / 1000;

/** A store with files that were written so many days ago. */
function storeOf(files: Record<string, number>): string {
  const folder = emptyFolder();
  for (const [file, days] of Object.entries(files)) {
    const at = path.join(recordsFolder, file);
    write(folder, { [at]: "x".repeat(100_000) });
    utimesSync(path.join(folder, at), now - days * day, now - days * day);
  }
  return folder;
}

const old = { "aa/aa1.record": 31, "aa/aa2.record": 30, "bb/bb1.record": 400, "bb/bb2.record.17-0-3": 2 };
const left = (folder: string) => Object.keys(filesOf(folder)).map((file) => path.basename(file));

it("removes what was kept for more days than asked, and what killed writers left a day ago; exactly as old stays", async () => {
  const folder = storeOf({ ...old, "cc/cc1.record.18-0-3": 0.5 });
  const host = fakeHost(folder);
  expect(await cleanRecords({ days: 30, dry: true }, host, 1000 * now)).toBe(0);
  const said = (word: string) =>
    `3 of 5 replications kept in runs/.records ${word}: kept for more than 30 days, 0.3 MB. Run directories stay as they are.\n`;
  expect(host.printed.out).toBe(said("would go"));
  expect(left(folder)).toHaveLength(5);
  await cleanRecords({ days: 30, dry: false }, host, 1000 * now);
  expect(host.printed.out).toBe(said("would go") + said("are gone"));
  expect(left(folder)).toEqual(["aa2.record", "cc1.record.18-0-3"]);
  expect(readdirSync(path.join(folder, recordsFolder)).sort()).toEqual(["aa", "cc"]);
});

it("costs time and no result: the run directory stays whole, and the same run has the same bytes", async () => {
  const folder = emptyFolder();
  const run = ["run", "small.yaml", "--until", "2018-10-02", "--replications", "2", "--workers", "1", "--quiet"];
  const { files } = await study(folder, run);
  const host = fakeHost(folder);
  // Nothing is a day old yet; with 0 days all is older. What a run directory holds frees nothing.
  expect(await mpp(["clean"], host)).toBe(0);
  expect(host.printed.out).toContain("0 of 2 replications kept in runs/.records are gone");
  await new Promise((resolve) => setTimeout(resolve, 5));
  await mpp(["clean", "--days", "0"], host);
  expect(host.printed.out).toContain(
    "2 of 2 replications kept in runs/.records are gone: kept for more than 0 days, 0.0 MB.",
  );
  const { "manifest.json": _then, ...before } = files;
  expect(filesOf(path.join(folder, "out"))).toMatchObject(before);
  const { "manifest.json": _now, ...after } = (await study(folder, run)).files;
  expect(after).toEqual(before);
});

it("with nothing kept there is nothing to do", async () => {
  const host = fakeHost(emptyFolder());
  expect([await mpp(["clean", "--dry-run"], host), host.printed.out.slice(0, 32)]).toEqual([
    0,
    "0 of 0 replications kept in runs",
  ]);
});
