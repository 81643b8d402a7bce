/**
 * `node scripts/slips.mjs --count 5000 --seed a`: slips of one letter in the keys of shipped scenarios, and the shares of them that are
 * accepted, thrown, told at the key, and told with the right word. `--show` lists those that are not.
 */
import { parseArgs } from "node:util";
import { bootstrapOrExit } from "./bootstrap.mjs";

bootstrapOrExit();
const { register } = await import("tsx/esm/api");
register();
const { isMadeUp, keysOf, outcomeOf, shippedFiles, slipsOf } = await import("./slips.ts");
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "5000" },
    seed: { type: "string", default: "a" },
    show: { type: "boolean", default: false },
  },
});
const outcomes = slipsOf(shippedFiles.flatMap(keysOf), Number(values.count), values.seed).map(outcomeOf);
const ofSettings = outcomes.filter(({ slip, kind }) => !(kind === "accepted" && isMadeUp(slip)));
/** @param {string} name @param {(outcome: import("./slips.ts").Outcome) => boolean} holds */
const say = (name, holds) => {
  const count = ofSettings.filter(holds).length;
  console.log(`${name}: ${count} of ${ofSettings.length}, ${((100 * count) / ofSettings.length).toFixed(1)} %`);
};
console.log(`${outcomes.length} slips, ${outcomes.length - ofSettings.length} in names that a user makes up`);
say("accepted", ({ kind }) => kind === "accepted");
say("thrown", ({ kind }) => kind === "thrown");
say("at the key", ({ atKey }) => atKey);
say("with the right word", ({ meant }) => meant);
say("and nothing else", ({ atKey, messages }) => atKey && messages.length === 1);
if (values.show) {
  for (const { slip, kind, atKey, meant, messages } of ofSettings) {
    if (kind === "refused" && atKey && meant && messages.length === 1) continue;
    const { file, line, column } = slip.place;
    console.log(`\n${kind} ${slip.path.join(".")} written ${slip.written} at ${file}:${line}:${column}`);
    for (const message of messages.slice(0, 4)) console.log(`  ${message}`);
  }
}
