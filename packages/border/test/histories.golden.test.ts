import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type BorderParameters, type ReplicationResult, simulateBorder } from "../src/index.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { wholeBorder } from "./state/whole-border.ts";

/** Each event in its order, and every figure. */
function told({ events, fingerprint, measures, daily, blocked }: ReplicationResult): string {
  const figures = [measures, daily, blocked].map((values) => values.join()).join(";");
  return `${events} events ${fingerprint}, figures ${createHash("sha256").update(figures).digest("hex").slice(0, 16)}`;
}

const history = (parameters: BorderParameters, replication: number): string =>
  told(simulateBorder(parameters, { seed: "history", replication }));

// An event more or less changes them, also where the figures stay. Who means to change what happens writes them anew (`-u`).
it("small borders run as they always did, event by event", async () => {
  const borders = fc.sample(knobs, { seed: 1, numRuns: 40 }).map((one) => randomBorder(one));
  const lines = [
    ...[0, 1].map((replication) => `everything: ${history(wholeBorder(), replication)}`),
    ...borders.map((border, index) => `${index}: ${history(border, index)}`),
  ];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/histories.txt");
});
