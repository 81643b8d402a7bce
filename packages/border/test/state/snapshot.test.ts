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
      part.ground.simulation.run(at);
      const fresh = started();
      fresh.ground.simulation.restore(part.ground.simulation.snapshot());
      expect(differences(part, fresh), `at ${at}`).toEqual([]);
      expect(fresh.ground.simulation.stateFingerprint()).toBe(part.ground.simulation.stateFingerprint());
      expect(ended(fresh), `at ${at}`).toEqual(wholeEnd);
    }
    expect(ended(part)).toEqual(wholeEnd);
  });

  it("goes on in a fresh process", () => {
    const part = started();
    part.ground.simulation.run(0.6 * horizon);
    const folder = mkdtempSync(path.join(tmpdir(), "snapshots-"));
    try {
      const file = path.join(folder, "border.bin");
      writeFileSync(file, part.ground.simulation.snapshot());
      const program = fileURLToPath(new URL("./resume.ts", import.meta.url));
      const printed = execFileSync(process.execPath, ["--import", "tsx", program, file]);
      expect(JSON.parse(printed.toString())).toEqual(wholeEnd);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("takes a run back to where it was", () => {
    const model = started();
    model.ground.simulation.run(100);
    const snapshot = model.ground.simulation.snapshot();
    model.ground.simulation.run(200);
    model.ground.simulation.restore(snapshot);
    expect(ended(model)).toEqual(wholeEnd);
  });

  it("has something of every part to save: by some time a run has changed each", () => {
    const model = started();
    const first = started();
    const parts = [
      "ground.cases",
      "ground.localDays",
      "ground.whereabouts",
      "ground.conservation",
      "ground.blocked",
      "ground.groups",
      "ground.counts",
      "ground.tallies",
      "ground.stocks",
      "ground.outcomes",
      "flow.parts.arrivals.sources.0.crossings",
      "flow.parts.arrivals.sources.0.nextOrdinal",
      "flow.parts.scripted",
      "flow.parts.interviews",
      "flow.parts.buses.out",
      "flow.parts.buses.tripNumbers",
      "flow.parts.buses.trips",
      "flow.parts.buses.freeTrips",
      "flow.parts.buses.onDemand",
      "flow.parts.limits.all.0.quota",
      "flow.parts.limits.all.0.figures",
      "flow.parts.limits.all.0.blocked",
      "flow.parts.limits.all.0.bound",
      "flow.parts.limits.all.0.tooShort",
      "flow.parts.limits.all.0.inTurn",
      "flow.parts.hearings.dockets",
      "flow.parts.cities.bedsTaken",
      "flow.parts.cities.waits",
      "flow.parts.desks",
      "flow.parts.choice.shares",
      "flow.parts.choice.moved",
      "flow.parts.choice.compared.own",
      "flow.parts.choice.compared.base",
      "ground.settings.asOf",
    ];
    const changed = new Set<string>();
    for (let at = 5; at < horizon; at += 10) {
      model.ground.simulation.run(at);
      for (const path of differences(first, model)) changed.add(path);
    }
    const untouched = parts.filter((part) => ![...changed].some((path) => `${path}.`.startsWith(`.${part}.`)));
    expect(untouched).toEqual([]);
  });
});

describe("a fork of the whole border", () => {
  it("goes on like its parent, and does not touch it", () => {
    const parent = started();
    parent.ground.simulation.run(0.4 * horizon);
    const before = parent.ground.simulation.stateFingerprint();
    const child = parent.fork(parent.ground.given);
    expect(ended(child)).toEqual(wholeEnd);
    expect(parent.ground.simulation.stateFingerprint()).toBe(before);
    expect(ended(parent)).toEqual(wholeEnd);
  });

  it("is its parent in all but the handles of the events that it plans anew", () => {
    const parent = started();
    parent.ground.simulation.run(0.4 * horizon);
    const child = parent.fork(parent.ground.given);
    const plans = /^\.(options\.simulation|ground\.changes\.events\.\d+|flow\.parts\.arrivals\.sources\.\d+\.next)$/;
    const differ = differences(parent, child);
    expect(differ.filter((path) => !plans.test(path))).toEqual([]);
    expect(differ).toContain(".flow.parts.arrivals.sources.0.next");
    // Handles name rows of the calendar, which are part of the state.
    expect(child.ground.simulation.stateFingerprint()).not.toBe(parent.ground.simulation.stateFingerprint());
    expect(child.ground.simulation.pendingCount).toBe(parent.ground.simulation.pendingCount);
  });
});
