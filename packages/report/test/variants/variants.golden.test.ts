import { expect, it } from "vitest";
import { variantsSummaryText } from "../../src/index.ts";
import { variantsHtmlReport } from "../../src/svg/index.ts";
import { fakeScenario } from "../fake-run.ts";
import { fakeVariants, fakeVariantsScenario, fewPolicies, ladder } from "../fake-variants.ts";

const measures = [
  "sector.tucson.released",
  "sector.tucson.returned.first",
  "bus.tucson-el-paso.load-factor",
  "bus.tucson-el-paso.miles",
  "interview.el-paso.held",
];
const few = [fakeVariants(fewPolicies), fakeVariantsScenario(fewPolicies)] as const;
const many = [fakeVariants(ladder), fakeVariantsScenario(ladder, { ...fakeScenario.focus, measures })] as const;
const provenance = { version: "0.1.0", inputs: [{ file: fakeScenario.file, sha256: "a3".repeat(32) }] };

it.each([
  ["variants-summary.txt", () => variantsSummaryText(...few, { color: false })],
  ["variants-summary-colour.txt", () => variantsSummaryText(...few, { color: true })],
  ["variants-summary-ladder.txt", () => variantsSummaryText(...many, { color: false })],
  ["variants-report.html", () => variantsHtmlReport(...few, provenance)],
])("%s is as recorded", async (file, write) => {
  const text = write();
  expect(write()).toBe(text);
  await expect(text).toMatchFileSnapshot(`../golden/${file}`);
});
