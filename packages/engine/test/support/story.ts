import { Simulation } from "../../src/index.ts";

/** A simulation whose models note what happens, with the time. */
export function aStory(): {
  readonly simulation: Simulation;
  readonly log: string[];
  readonly note: (text: string) => void;
} {
  const simulation = new Simulation({ seed: "story" });
  const log: string[] = [];
  return { simulation, log, note: (text) => log.push(`${simulation.now} ${text}`) };
}
