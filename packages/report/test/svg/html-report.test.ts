import type { RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { htmlReport } from "../../src/svg/index.ts";
import { fakeRun, fakeScenario, withMeasure } from "../fake-run.ts";

const run = fakeRun({ days: 100, replications: 5 });
const report = (result: RunResult = run, scenario: Scenario = fakeScenario) =>
  htmlReport(result, scenario, { version: "0.1.0", inputs: [{ file: fakeScenario.file, sha256: "a3".repeat(32) }] });

describe("the report", () => {
  it("is the same, byte for byte, when written again", () => {
    expect(report()).toBe(report());
  });

  it("asks for nothing from outside and runs nothing", () => {
    const page = report();
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page).not.toMatch(/<script|<iframe|<img|@import|url\(|\son\w+=|\ssrc=|javascript:/i);
    expect(page.match(/<link [^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
  });

  it("shows text of the scenario as text, wherever it stands", () => {
    const evil = `<script>alert("1")</script>&'`;
    const page = report(run, {
      ...fakeScenario,
      file: evil,
      name: evil,
      question: evil,
      notes: [evil],
      sources: [{ id: evil, title: evil, date: evil, grade: evil, address: "javascript:alert(1)" }],
      sourced: [{ path: evil, text: evil, source: evil, grade: evil, range: evil, note: evil, origin: evil }],
    });
    expect(page).not.toContain("<script");
    expect(page).not.toContain('href="javascript:');
    const { document } = parseHTML(page);
    expect(document.querySelector("h1")?.textContent).toBe(evil);
    expect(document.title).toBe(evil);
  });

  it("links each address of a source that has several", () => {
    const address = "https://example.org/a ; https://example.org/b ; example.org/c";
    const page = report(run, { ...fakeScenario, sources: [{ id: "a", title: "A", date: "", grade: "B", address }] });
    const { document } = parseHTML(page);
    const links = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
    expect(links.filter((href) => href?.startsWith("https://example.org/"))).toEqual([
      "https://example.org/a",
      "https://example.org/b",
    ]);
    expect(document.body.textContent).toContain("https://example.org/a; https://example.org/b; example.org/c");
  });

  it("shows names of the run as text, also inside drawings", () => {
    const evil = `"><script>1</script>`;
    const bottlenecks = run.bottlenecks.map((wait) => ({ ...wait, constraint: wait.constraint + evil }));
    const page = report({ ...run, seed: evil, bottlenecks });
    expect(page).not.toContain("<script");
    expect(parseHTML(page).document.querySelector("#waits-description")?.textContent).toContain(`officer${evil}`);
  });

  it("tells each drawing in words, under ids that occur once", () => {
    const { document } = parseHTML(report());
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const drawings = [...document.querySelectorAll("figure svg")];
    expect(drawings).toHaveLength(5);
    for (const drawing of drawings) {
      const labels = drawing.getAttribute("aria-labelledby")?.split(" ") ?? [];
      expect(labels.map((id: string) => document.getElementById(id)?.tagName.toLowerCase())).toEqual(["title", "desc"]);
      expect(drawing.textContent).not.toMatch(/NaN|undefined|null/);
    }
  });

  it("has one first heading, and no level is left out", () => {
    const levels = [...parseHTML(report()).document.querySelectorAll("h1, h2, h3")].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("names what a run can be made again from", () => {
    for (const fact of ["0.1.0", "tucson", run.fingerprint, "a3".repeat(32), fakeScenario.file]) {
      expect(report()).toContain(`<code>${fact}</code>`);
    }
  });

  it("an undefined figure is none, and an undefined day is left out of the drawing", () => {
    const daily = run.daily.map((row, index) =>
      index < 3 ? { ...row, mean: null, q05: null, q50: null, q95: null } : row,
    );
    const page = report({ ...withMeasure(run, "bus.tucson-el-paso.load-factor", [Number.NaN]), daily });
    expect(page).toContain("none <span>(no bus left)</span>");
    expect(page).not.toMatch(/NaN|undefined/);
    expect(page).toContain("on 2019-11-23 and");
  });

  it("leads with an alarm when the run is not complete, and shows no figure when there is none", () => {
    const failed = {
      ...run,
      status: "failed",
      stoppedBy: "error",
      reason: "replication 0 failed: <b>",
      replicationsDone: 0,
    } as const;
    const { document } = parseHTML(report(failed));
    expect(document.querySelector(".alarm")?.textContent).toBe(
      "Failed: replication 0 failed: <b>. There are no figures.",
    );
    expect(document.querySelectorAll("figure")).toHaveLength(0);
    expect(document.querySelectorAll("h2").length).toBe(3);
  });

  it("draws all sectors when the scenario names none", () => {
    const { document } = parseHTML(report(run, { ...fakeScenario, focus: {} }));
    expect(document.querySelector("#released-title")?.textContent).toBe("Released each day, all sectors");
    expect(document.querySelector("#system-released-title")).toBeNull();
  });
});
