import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { resultJson, summaryJson, variantsSummaryText } from "../../src/index.ts";
import { variantsHtmlReport } from "../../src/svg/index.ts";
import { fakeVariants, fakeVariantsScenario, futures } from "../fake-variants.ts";

const result = fakeVariants(futures);
const scenario = fakeVariantsScenario(futures);

describe("futures", () => {
  it("stand side by side with their probability, and their mixture behind them, which is compared with nothing", () => {
    const text = variantsSummaryText(result, scenario, { color: false });
    const [means, differences] = text.split("Difference from stay (75 %)");
    expect(means).toContain(", 2 futures\n");
    expect(means).toMatch(/stay \(75 %\)\s+\(25 %\)\s+mixture\n/);
    expect(means).toContain("The same under all 2 futures");
    expect(differences).toContain("injunction");
    expect(differences).not.toContain("mixture");
    const mean = (name: string, of = result.mixture!): number => of.find((one) => one.name === name)!.mean!;
    const [stay, injunction] = result.variants.map(({ result }) => mean("system.released", result.estimates));
    expect(mean("system.released")).toBeCloseTo(0.75 * stay! + 0.25 * injunction!, 6);
    expect(means).toContain(Math.round(mean("system.released")).toLocaleString("en-US"));
  });

  it("are headed as futures in the report, with a bar for their mixture", () => {
    const page = variantsHtmlReport(result, scenario, { version: "0.1.0", inputs: [] });
    const { document } = parseHTML(page);
    const heads = [...document.querySelectorAll("h2")].map(({ textContent }) => textContent);
    expect(heads.slice(0, 3)).toEqual(["The futures", "Side by side", "Difference from stay (75 %)"]);
    expect(document.querySelector("figure svg desc")?.textContent).toContain("mixture ");
    const tables = [...document.querySelectorAll("table.compared")];
    expect(tables.some((table) => table.textContent!.includes("mixture"))).toBe(true);
    expect(document.body.textContent).not.toContain("variant");
  });

  it("end summary.json with the mixture of each measure, and name their probability in --json", () => {
    const measures = JSON.parse(summaryJson(result));
    const count = result.variants[0]!.result.estimates.length;
    expect(measures.map(({ variant }: { variant: string }) => variant)).toEqual(
      ["base", "injunction", "mixture"].flatMap((name) => Array(count).fill(name)),
    );
    expect(Object.keys(measures.at(-1)).join()).toBe("name,unit,n,mean,halfWidth,q05,q50,q95,min,max,low,high,variant");
    const { variants } = JSON.parse(resultJson(result, scenario));
    expect(variants.map(({ probability }: { probability: number }) => probability)).toEqual([0.75, 0.25]);
  });

  it("have no mixture where one of them was left out", () => {
    const some = fakeVariants(futures.slice(0, 1));
    expect(variantsSummaryText(some, fakeVariantsScenario(futures), { color: false })).not.toContain("mixture");
    expect(summaryJson(some)).not.toContain("mixture");
  });
});
