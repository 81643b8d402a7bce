import { expect, it } from "vitest";
import { isMadeUp, keysOf, outcomeOf, shippedFiles, slipsOf } from "../scripts/slips.ts";

const keys = shippedFiles.flatMap(keysOf);

it("knows every key of every shipped file", () => {
  expect(shippedFiles.length).toBeGreaterThan(30);
  expect(keys.length).toBeGreaterThan(2000);
  expect(keys.map(({ path }) => path.join("."))).toEqual(
    expect.arrayContaining(["mpp", "sectors.tucson.custody", "defaults.sectors.custody.limit.source"]),
  );
});

// Each loads a scenario of several files; on a busy machine that may take seconds.
const timeout = 600_000;

it("sixty slips of a letter in a key: none passes or throws, nearly all are told at the key, with the right word", {
  timeout,
}, () => {
  const outcomes = slipsOf(keys, 60, "sixty").map(outcomeOf);
  const ofSettings = outcomes.filter(({ slip, kind }) => !(kind === "accepted" && isMadeUp(slip)));
  expect(ofSettings.length).toBeGreaterThan(50);
  expect(ofSettings.filter(({ kind }) => kind !== "refused")).toEqual([]);
  const share = (holds: (outcome: (typeof outcomes)[number]) => boolean): number =>
    ofSettings.filter(holds).length / ofSettings.length;
  expect(share(({ atKey }) => atKey)).toBeGreaterThanOrEqual(0.97);
  expect(share(({ meant }) => meant)).toBeGreaterThanOrEqual(0.95);
});

it("a slip that passes is seen", () => {
  const [name] = keysOf("scenarios/questions/01-one-bus-or-two.yaml").filter(
    ({ path }) => path.join(".") === "variants.two-buses",
  );
  expect(outcomeOf({ ...name!, written: "two-buse" })).toMatchObject({ kind: "accepted", atKey: false, meant: false });
  expect(isMadeUp({ ...name!, written: "two-buse" })).toBe(true);
});
