/** Run in a process of its own: restores each snapshot of a folder into a model, runs it to a time, prints what came of it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Simulation } from "../../src/index.ts";
import { models } from "./models.ts";

const [name, folder, until] = process.argv.slice(2);
const ends = readdirSync(folder!).map((file) => {
  const simulation = new Simulation({ seed: "snapshot" });
  const { sojourns } = models[name as keyof typeof models](simulation);
  simulation.restore(readFileSync(path.join(folder!, file)));
  simulation.run(Number(until));
  return [simulation.fingerprint(), simulation.stateFingerprint(), sojourns.mean];
});
console.log(JSON.stringify(ends));
