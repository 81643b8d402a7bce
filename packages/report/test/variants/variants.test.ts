import type { VariantsResult } from "@mpp-sim/experiment";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import {
  bottlenecksJson,
  dailyCsv,
  differencesJson,
  replicationsCsv,
  resultJson,
  summaryJson,
  variantsSummaryText,
} from "../../src/index.ts";
import { variantsHtmlReport } from "../../src/svg/index.ts";
import { mergedOrder } from "../../src/variants/merged-order.ts";
import { datedLimit, fakeScenario } from "../fake-run.ts";
import { fakeVariants, fakeVariantsScenario, fewPolicies, ladder } from "../fake-variants.ts";

const result = fakeVariants(fewPolicies);
const scenario = fakeVariantsScenario(fewPolicies);
const text = (run = result, of = scenario) => variantsSummaryText(run, of, { color: false });
const report = (run = result, of = scenario) =>
  variantsHtmlReport(run, of, { version: "0.1.0", inputs: [{ file: fakeScenario.file, sha256: "a3".repeat(32) }] });

describe("files of variants", () => {
  it("name the variant last, in JSON and in tables", () => {
    const objects = JSON.parse(summaryJson(result));
    expect(objects).toHaveLength(3 * result.variants[0]!.result.estimates.length);
    expect(Object.keys(objects[0]).join()).toBe("name,unit,n,mean,halfWidth,q05,q50,q95,min,max,low,high,variant");
    expect(Object.keys(JSON.parse(bottlenecksJson(result))[0]).at(-1)).toBe("variant");
    expect([...replicationsCsv(result)].join("").split("\n").slice(0, 2)).toEqual([
      "replication,measure,unit,value,variant",
      expect.stringMatching(/^0,sector\.tucson\.arrivals,persons,\d+,no-bus$/),
    ]);
    expect(dailyCsv(result).split("\n").slice(0, 2)).toEqual([
      "date,measure,unit,mean,q05,q50,q95,variant",
      expect.stringMatching(/^2019-11-22,sector\.tucson\.released,persons,.*,no-bus$/),
    ]);
  });

  it("hold every difference under the keys of the contract", () => {
    const objects = JSON.parse(differencesJson(result));
    expect(Object.keys(objects[0]).join()).toBe(
      "variant,reference,name,unit,n,mean,halfWidth,q05,q50,q95,distinguishable,low,high",
    );
    expect(objects.map(({ low, high }: Record<string, unknown>) => [low, high])).toEqual(
      result.differences.map(({ low, high }) => [low, high]),
    );
    expect(objects.map(({ variant, name }: { variant: string; name: string }) => `${variant} ${name}`)).toEqual(
      ["no-bus", "two-buses"].flatMap((variant) =>
        result.variants[0]!.result.estimates.map(({ name }) => `${variant} ${name}`),
      ),
    );
    const released = (variant: string) =>
      objects.find(
        (one: { variant: string; name: string }) => one.variant === variant && one.name === "system.released",
      );
    expect(released("no-bus")).toMatchObject({ reference: "base", unit: "persons", n: 6, distinguishable: true });
    expect(released("no-bus").mean).toBeGreaterThan(690);
  });

  it("are one document for --json", () => {
    const document = JSON.parse(
      resultJson(result, fakeVariantsScenario(ladder.concat(fewPolicies)), { directory: "runs/x" }),
    );
    expect(Object.keys(document)).toEqual([
      "scenario",
      "question",
      "period",
      "seed",
      "replications",
      "status",
      "fingerprint",
      "reference",
      "comparisons",
      "variants",
      "measures",
      "bottlenecks",
      "differences",
      "directory",
    ]);
    expect(document).toMatchObject({ reference: "base", comparisons: 2 });
    expect(document.variants[2]).toEqual({
      name: "two-buses",
      label: "two buses",
      because: "a second bus was offered",
      fingerprint: result.variants[2]!.result.fingerprint,
    });
  });
});

describe("the summary of variants", () => {
  it("is at most 100 columns wide whatever they are called, and their text cannot command the terminal", () => {
    const label = fc.string({ minLength: 1, maxLength: 120, unit: "binary-ascii" });
    fc.assert(
      fc.property(fc.constantFrom(fewPolicies, ladder), label, (policies, called) => {
        const named = policies.map((policy, index) => ({ ...policy, label: index % 2 === 0 ? called : policy.label }));
        const written = text(fakeVariants(policies, 2), fakeVariantsScenario(named));
        expect(written.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
        for (const line of written.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
      }),
      { numRuns: 20 },
    );
  });

  it("names the custody limit by its hours only where all variants have it, whichever comes last", () => {
    const { variants } = scenario;
    for (const at of variants.keys()) {
      const dated = variants.map((one, index) => (index === at ? { ...one, scenario: datedLimit } : one));
      const written = text(result, { ...scenario, variants: dated }).replaceAll("\n", " ");
      expect(written).toContain("over the custody limit");
      expect(written).not.toContain("72 h");
    }
  });

  it("says what the variants do not change once, and what cannot be told from chance in words", () => {
    const unbroken = text().replace(/\n(?=\S)/g, " ");
    expect(unbroken).toContain("; released, found at risk 22.8 ± 2.9;");
    expect(unbroken).toMatch(
      /The same under all 3 variants, in every replication\. People who crossed into Tucson: in custody at the start 250 ± 0; arrived 14,7\d\d ± \d+;/m,
    );
    expect(text().match(/^ +arrived /gm)).toBeNull();
    const [, differences = ""] = text().split("Difference from one bus, the same people");
    expect(differences).toMatch(/^ {2}first returns to Mexico +−70\d(\.\d)? ± \d(\.\d)? +\S/m);
    expect(text(fakeVariants([fewPolicies[1]!, { ...fewPolicies[2]!, kept: 0.1 }]))).toMatch(
      /released +not distinguishable/,
    );
  });

  it("two variants that change nothing are the same in everything, and no difference is shown", () => {
    const twins = [fewPolicies[1]!, { ...fewPolicies[1]!, name: "two-buses", label: "two buses" }];
    const written = text(fakeVariants(twins), fakeVariantsScenario(twins));
    expect(written).toContain("The same under all 2 variants");
    expect(written).not.toContain("Difference from");
  });

  it("leads with the reason when a run is not complete, and shows no figure when there is none", () => {
    const cut: VariantsResult = {
      ...result,
      status: "truncated",
      stoppedBy: "interruption",
      reason: "interrupted: 0 of 6 replications finished",
      replicationsDone: 0,
    };
    expect(text(cut)).toMatch(/^Truncated: interrupted: 0 of 6 replications finished\. There are no figures\.\n/);
    expect(text(cut)).not.toMatch(/^ +released/m);
    expect(report(cut)).not.toContain("<figure>");
  });

  it("one variant alone is shown without a comparison", () => {
    const alone = [fewPolicies[1]!];
    const written = text(fakeVariants(alone), fakeVariantsScenario(alone));
    expect(written).toContain("1 variant\n");
    expect(written).toMatch(/^ {2}arrived +14,7/m);
    expect(written).not.toContain("Difference");
    expect(report(fakeVariants(alone), fakeVariantsScenario(alone))).not.toContain("Difference from");
  });
});

describe("the report of variants", () => {
  it("shows text of variants as text, asks for nothing from outside and runs nothing", () => {
    const evil = `<script>alert("1")</script>&'`;
    const named = fewPolicies.map((policy) => ({ ...policy, label: evil }));
    const page = report(result, fakeVariantsScenario(named));
    expect(page).not.toMatch(/<script|<iframe|<img|@import|url\(|\son\w+=|\ssrc=|javascript:/i);
    expect(parseHTML(page).document.querySelector("tbody th")?.textContent).toBe(evil);
  });

  it("tells each drawing in words, under ids that occur once", () => {
    for (const policies of [fewPolicies, ladder]) {
      const { document } = parseHTML(report(fakeVariants(policies), fakeVariantsScenario(policies)));
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const [released] = [...document.querySelectorAll("figure svg")];
      expect(released?.querySelector("desc")?.textContent).toContain(`In persons: ${policies[0]!.label} `);
      expect(released?.textContent).not.toMatch(/NaN|undefined|null/);
    }
  });

  it("draws a curve where all variants stand on a ladder, bars where they do not", () => {
    const curves = (policies: typeof ladder): number => {
      const { document } = parseHTML(report(fakeVariants(policies), fakeVariantsScenario(policies)));
      const drawings = [...document.querySelectorAll("figure svg")].filter((svg) =>
        svg.querySelector("[id^=variants-]"),
      );
      expect(drawings).toHaveLength(2);
      return drawings.filter((svg) => svg.querySelector("[aria-label=line]")).length;
    };
    expect([curves(ladder), curves(fewPolicies)]).toEqual([2, 0]);
  });

  it("heads a drawing with the words of its section, and one of a measure by name with that name", () => {
    const measures = ["system.released", "sector.tucson.released"];
    const { document } = parseHTML(report(result, fakeVariantsScenario(fewPolicies, { measures })));
    const heads = [...document.querySelectorAll("figcaption strong")].map(({ textContent }) => textContent);
    expect(heads.slice(0, 2)).toEqual(["People, all sectors: released", "sector.tucson.released"]);
  });

  it("says under which variant the days and the waits are", () => {
    const { document } = parseHTML(report());
    const captions = [...document.querySelectorAll("figcaption")].map(({ textContent }) => textContent ?? "");
    const daily = captions.filter((caption) => /by local date|person-hours over/.test(caption));
    expect(daily).toHaveLength(4);
    for (const caption of daily) expect(caption).toMatch(/, under one bus only$/);
  });
});

it("an order that several lists share", () => {
  expect(
    mergedOrder([
      ["a", "c"],
      ["a", "b", "c"],
      ["d", "c", "e"],
    ]),
  ).toEqual(["d", "a", "b", "c", "e"]);
});
