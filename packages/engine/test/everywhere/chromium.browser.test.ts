import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { findBrowser, howToGetOne } from "../../../../scripts/find-browser.mjs";
import { standardModelScript } from "./bundles.ts";
import { type Outcome, standardModel } from "./standard-model.ts";

const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

it("Chromium gives the same bytes as Node", async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(`a browser must be on the PATH, got none: ${howToGetOne}`);
  const patients = 3000;
  const browser = await chromium.launch({ executablePath, args: quiet });
  try {
    const page = await browser.newPage();
    const script = `${await standardModelScript()}; JSON.stringify(standard.standardModel(${patients}))`;
    const outcome = JSON.parse((await page.evaluate(script)) as string) as Outcome;
    expect(outcome).toEqual(standardModel(patients));
  } finally {
    await browser.close();
  }
});
