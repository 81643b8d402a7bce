import { expect, it } from "vitest";
import { assumptionsText, measuresText } from "../../src/index.ts";
import { fakeRun, fakeScenario } from "../fake-run.ts";

it.each([
  ["assumptions.txt", () => assumptionsText(fakeScenario, { color: false })],
  ["measures.txt", () => measuresText(fakeRun({ days: 1, replications: 1 }).catalogue)],
])("%s is as recorded", async (file, write) => {
  await expect(write()).toMatchFileSnapshot(`../golden/${file}`);
});
