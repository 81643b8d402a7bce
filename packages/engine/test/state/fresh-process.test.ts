import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Simulation, Stream } from "../../src/index.ts";
import { models } from "./models.ts";
import { stationModel } from "./station-model.ts";

const horizon = 300;

/** What came of a model run in one go, and of each of a hundred runs cut at random times and gone on with in a fresh process. */
function ends(name: keyof typeof models): { readonly whole: readonly unknown[]; readonly resumed: unknown } {
  const start = () => {
    const simulation = new Simulation({ seed: "snapshot" });
    return { simulation, sojourns: models[name](simulation).sojourns };
  };
  const { simulation, sojourns } = start();
  simulation.run(horizon);
  expect(sojourns.count).toBeGreaterThan(500);
  const folder = mkdtempSync(path.join(tmpdir(), "snapshots-"));
  try {
    const times = new Stream([1, 2]);
    for (let i = 0; i < 100; i++) {
      const part = start().simulation;
      part.run(horizon * times.uniform());
      writeFileSync(path.join(folder, `${i}.bin`), part.snapshot());
    }
    const program = fileURLToPath(new URL("./resume.ts", import.meta.url));
    const printed = execFileSync(process.execPath, ["--import", "tsx", program, name, folder, `${horizon}`]);
    return {
      whole: [simulation.fingerprint(), simulation.stateFingerprint(), sojourns.mean],
      resumed: JSON.parse(printed.toString()),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a snapshot in a fresh process", () => {
  it.each(["queue", "station"] as const)(
    "goes on as if nothing had happened, from a hundred random times: %s",
    (name) => {
      const { whole, resumed } = ends(name);
      expect(resumed).toEqual(Array.from({ length: 100 }, () => whole));
    },
  );

  it("has a station to save that stops work and loses patience", () => {
    const simulation = new Simulation({ seed: "snapshot" });
    const { desk } = stationModel(simulation);
    simulation.run(horizon);
    expect(desk.stopped).toBeGreaterThan(50);
    expect(desk.reneged).toBeGreaterThan(5);
  });
});
