import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Stream } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { differences } from "./differences.ts";
import { ended, started } from "./whole-run.ts";

const whole = started();
const { horizon } = whole;
const wholeEnd = ended(whole);

describe("a snapshot of the whole border", () => {
  it("goes on in a model built anew as if nothing had happened, from a hundred random times", () => {
    const draws = new Stream([3, 4]);
    const times = Array.from({ length: 100 }, () => horizon * draws.uniform()).sort((a, b) => a - b);
    const part = started();
    for (const at of times) {
      part.simulation.run(at);
      const fresh = started();
      fresh.simulation.restore(part.simulation.snapshot());
      expect(differences(part, fresh), `at ${at}`).toEqual([]);
      expect(fresh.simulation.stateFingerprint()).toBe(part.simulation.stateFingerprint());
      expect(ended(fresh), `at ${at}`).toEqual(wholeEnd);
    }
    expect(ended(part)).toEqual(wholeEnd);
  });

  it("goes on in a fresh process", () => {
    const part = started();
    part.simulation.run(0.6 * horizon);
    const folder = mkdtempSync(path.join(tmpdir(), "snapshots-"));
    try {
      const file = path.join(folder, "border.bin");
      writeFileSync(file, part.simulation.snapshot());
      const program = fileURLToPath(new URL("./resume.ts", import.meta.url));
      const printed = execFileSync(process.execPath, ["--import", "tsx", program, file]);
      expect(JSON.parse(printed.toString())).toEqual(wholeEnd);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("takes a run back to where it was", () => {
    const model = started();
    model.simulation.run(100);
    const snapshot = model.simulation.snapshot();
    model.simulation.run(200);
    model.simulation.restore(snapshot);
    expect(ended(model)).toEqual(wholeEnd);
  });

  it("has something of every part to save: by some time a run has changed each", () => {
    const model = started();
    const first = started();
    const parts = [
      "cases",
      "localDays",
      "whereabouts",
      "conservation",
      "blocked",
      "groups",
      "counts",
      "tallies",
      "stocks",
      "outcomes",
      "arrivals.sources.0.crossings",
      "arrivals.sources.0.nextOrdinal",
      "scripted",
      "interviews",
      "buses.out",
      "buses.tripNumbers",
      "buses.trips",
      "buses.freeTrips",
      "buses.onDemand",
      "limits.limits",
      "limits.figures",
      "limits.blocked",
      "limits.bound",
      "limits.tooShort",
      "limits.inTurn",
      "hearings.dockets",
      "cities.bedsTaken",
      "cities.waits",
      "desks",
      "choice.shares",
      "choice.moved",
      "choice.compared.own",
      "choice.compared.base",
      "settings.asOf",
    ];
    const changed = new Set<string>();
    for (let at = 5; at < horizon; at += 10) {
      model.simulation.run(at);
      for (const path of differences(first, model)) changed.add(path);
    }
    const untouched = parts.filter((part) => ![...changed].some((path) => `${path}.`.startsWith(`.${part}.`)));
    expect(untouched).toEqual([]);
  });
});

describe("a fork of the whole border", () => {
  it("goes on like its parent, and does not touch it", () => {
    const parent = started();
    parent.simulation.run(0.4 * horizon);
    const before = parent.simulation.stateFingerprint();
    const child = parent.fork(parent.given);
    expect(ended(child)).toEqual(wholeEnd);
    expect(parent.simulation.stateFingerprint()).toBe(before);
    expect(ended(parent)).toEqual(wholeEnd);
  });

  it("is its parent in all but the handles of the events that it plans anew", () => {
    const parent = started();
    parent.simulation.run(0.4 * horizon);
    const child = parent.fork(parent.given);
    const plans = /^\.(options\.simulation|changes\.events\.\d+|arrivals\.sources\.\d+\.next)$/;
    const differ = differences(parent, child);
    expect(differ.filter((path) => !plans.test(path))).toEqual([]);
    expect(differ).toContain(".arrivals.sources.0.next");
    // Handles name rows of the calendar, which are part of the state.
    expect(child.simulation.stateFingerprint()).not.toBe(parent.simulation.stateFingerprint());
    expect(child.simulation.pendingCount).toBe(parent.simulation.pendingCount);
  });
});
