import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { smallQuestion as scenario } from "../../../test/small-border.ts";
import type { RunRequest } from "../src/run/run-request.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { asked as usual } from "./support/asked.ts";
import { fakeHost, type Given } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

const asked: RunRequest = { ...usual, until: "2018-10-04", replications: 2, color: false };

async function run(folder: string, change: Partial<RunRequest> = {}, text = scenario, given: Given = {}) {
  write(folder, { "small.yaml": text });
  const host = fakeHost(folder, given);
  const code = await runScenario({ ...asked, ...change }, host);
  const files = existsSync(path.join(folder, "out")) ? filesOf(path.join(folder, "out")) : {};
  const [manifest, answer] = ["manifest.json", "answer.json"].map((name) => files[name] && JSON.parse(files[name]));
  return { code, ...host.printed, files, manifest, answer };
}

describe("a scenario that asks something", () => {
  it("is answered with the same people, and over its assumptions", async () => {
    const { code, out, err, answer, files } = await run(emptyFolder());
    expect([code, err]).toEqual([0, ""]);
    // Nobody is returned at a limit of 0: there is nothing to take a part of, at any value of the assumption.
    expect(answer).toMatchObject({ meanAgainst: 0, effect: null, ranges: { tried: 1, of: 1 } });
    expect(answer.mean).toBeGreaterThan(0);
    // 40 %, two between, 80 %.
    expect(answer.assumptions[0].tried.map(({ value }: { value: string }) => value)).toHaveLength(4);
    const order = ["A small border", "ANSWER ", "ELSEWHERE ", "ONE MORE ", "ASSUMED ", "VERDICT ", "Run directory"].map(
      (word) => out.indexOf(word),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(files["report.html"]).toContain("<h2>The answer</h2>");
    // Ten places more of the limit, over as many replications as there are; what it brings is no part of the run's own results.
    expect(answer.oneMore.map(({ path }: { path: string }) => path)).toEqual(["returnLimits.el-paso.limit"]);
    expect(answer.oneMore[0].differences[1]).toMatchObject({ name: "sector.el-paso.returned.first", n: 2 });
    expect(files["records.csv"]).toContain("0,base at ten places a day more,");
    // Nobody is returned without: all who wait in the city do so because of the policy.
    const [city] = answer.elsewhere;
    expect([city.name, city.mean > 0]).toEqual(["city.ciudad-juarez.outside-shelter.person-days", true]);
    for (const title of ["What one more is worth", "What it costs elsewhere"])
      expect(files["report.html"]).toContain(title);
  });

  it("has the results of its own policy, whatever is asked", async () => {
    const own = await run(emptyFolder());
    const alone = await run(emptyFolder(), {}, scenario.slice(0, scenario.indexOf("answer:")));
    for (const name of ["summary.json", "daily.csv", "bottlenecks.json", "replications.csv"])
      expect(own.files[name]).toBe(alone.files[name]);
    expect(own.manifest.fingerprint).toBe(alone.manifest.fingerprint);
    expect(alone.answer).toBeUndefined();
  });

  it("is not answered with --no-answer: its own results are all there is", async () => {
    const { out, answer, files } = await run(emptyFolder(), { answer: false });
    expect([answer, out.includes("ANSWER"), out.includes("VERDICT")]).toEqual([undefined, false, false]);
    expect(files["records.csv"]?.trimEnd().split("\n")).toHaveLength(3);
  });

  it("prints all tables with --full, and says where they are without", async () => {
    const brief = (await run(emptyFolder())).out;
    expect([brief.includes("Mean ± half"), brief.includes("the same command with --full")]).toEqual([false, true]);
    const full = (await run(emptyFolder(), { full: true })).out;
    expect([full.includes("Mean ± half"), full.includes("the same command with --full")]).toEqual([true, false]);
  });

  it("is answered in one document with --json", async () => {
    const { out, answer } = await run(emptyFolder(), { json: true });
    expect(JSON.parse(out).answer).toEqual(answer);
  });

  it("against a file, and against a variant", async () => {
    const folder = emptyFolder();
    write(folder, {
      "closed.yaml": "mpp: 1\nname: Closed\nextends: small.yaml\nreturnLimits: { el-paso: { limit: 1/day } }\n",
    });
    const against = (what: string) => scenario.replace(/against: .*/, `against: ${what}`);
    const file = await run(folder, {}, against("closed.yaml"));
    expect(file.answer.meanAgainst).toBeGreaterThan(0);
    expect(file.answer.effect).toBeGreaterThan(0);
    const variants = `${against("closed")}variants: { closed: { returnLimits: { el-paso: { limit: 1/day } } } }\n`;
    const variant = await run(emptyFolder(), {}, variants);
    expect(variant.answer).toEqual(file.answer);
  });

  it("tries a value in force for its own run alone: --set replaces the range", async () => {
    const set = [{ path: "cities.ciudad-juarez.shelters.acceptance", value: "50 %" }];
    expect((await run(emptyFolder(), { set })).answer).toMatchObject({ ranges: { tried: 0, of: 0 }, assumptions: [] });
  });

  it("shows what was set in its heading, its manifest, its report and its document", async () => {
    const set = [{ path: "returnLimits.el-paso.limit", value: "5/day" }];
    const { out, manifest, files } = await run(emptyFolder(), { set });
    expect(out).toContain("\nSet: returnLimits.el-paso.limit = 5/day\n");
    expect(manifest.set).toEqual(set);
    expect(files["report.html"]).toContain("<strong>Set: returnLimits.el-paso.limit = 5/day</strong>");
    expect(JSON.parse((await run(emptyFolder(), { set, json: true })).out).set).toEqual(set);
    const plain = await run(emptyFolder());
    expect(plain.out).not.toContain("Set:");
    expect(plain.manifest.set).toBeUndefined();
  });

  it("interrupted while assumptions are tried keeps what it has, and says so; --resume goes on", async () => {
    let asks = 0;
    await run(emptyFolder(), {}, scenario, {
      interrupted: () => {
        asks++;
        return false;
      },
    });
    // Four questions from the end: both policies have run, and some of the trials.
    const most = asks - 4;
    asks = 0;
    const folder = emptyFolder();
    const stopped = await run(folder, {}, scenario, { interrupted: () => ++asks > most });
    expect(stopped.code).toBe(130);
    expect(stopped.manifest).toMatchObject({ status: "truncated", replications: { asked: 2, done: 2 } });
    expect(stopped.manifest.reason).toMatch(/^interrupted: [0-3] of 4 values of assumptions tried$/);
    const whole = await run(folder, { resume: true });
    expect(whole.manifest.status).toBe("complete");
    expect(whole.files["answer.json"]).toBe((await run(emptyFolder())).files["answer.json"]);
  });

  it("refuses what the same people cannot meet, before anything is run", async () => {
    const folder = emptyFolder();
    const wrong = scenario.replace("limit: 0/day }\n  label", "limit: none }\n  label");
    await expect(run(folder, {}, wrong)).rejects.toThrow(/returnLimits\.el-paso\.limit must be/);
    expect(Object.keys(filesOf(folder))).toEqual(["small.yaml"]);
  });
});
