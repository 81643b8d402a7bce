import { getQuickJS } from "quickjs-emscripten";
import { expect, it } from "vitest";
import { standardModelScript } from "./bundles.ts";
import { type Outcome, standardModel } from "./standard-model.ts";

it("QuickJS gives the same bytes as Node", async () => {
  const patients = 3000;
  const expected = standardModel(patients);
  expect(expected.events).toBeGreaterThan(10_000);
  const script = `${await standardModelScript()}; JSON.stringify(standard.standardModel(${patients}))`;
  const outcome = JSON.parse((await getQuickJS()).evalCode(script) as string) as Outcome;
  expect(outcome).toEqual(expected);
});
