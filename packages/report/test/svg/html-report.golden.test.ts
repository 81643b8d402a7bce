import { expect, it } from "vitest";
import { htmlReport } from "../../src/svg/index.ts";
import { fakeRun, fakeScenario } from "../fake-run.ts";

it("report.html is as recorded", async () => {
  const run = fakeRun({ days: 3, replications: 3 });
  const provenance = { version: "0.1.0", inputs: [{ file: fakeScenario.file, sha256: "a3".repeat(32) }] };
  await expect(htmlReport(run, fakeScenario, provenance)).toMatchFileSnapshot("../golden/report.html");
});
