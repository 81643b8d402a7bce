/** docs/reference/measures.md: every measure and daily series, from the definitions in the sources. */
import { type BorderCatalogue, describeBorder } from "@mpp-sim/border";
import { familiesOf, type MeasureFamily } from "@mpp-sim/report";
import { formatDiagnostic, loadScenario } from "@mpp-sim/scenario";
import { reader } from "./parameters-page.ts";

/**
 * What a scenario reports that has everything: a list at a port, a bus and its cost, shelters, the interior court, infants, an assumed
 * error of the screening, interviews after hearings, a named group, and a place from outside. Who adds a measure that only some scenarios
 * have gives this one what it needs.
 */
export function everyMeasure(): BorderCatalogue {
  const { scenario, diagnostics } = loadScenario("scenarios/released-in-tucson.yaml", reader, {
    until: "2019-11-23",
    set: [
      { path: "interviews.el-paso.screeningError", value: "20 %" },
      { path: "interviews.el-paso.afterHearing", value: "{ claim: 10 %, foundAtRisk: 5 % }" },
      { path: "buses.tucson-el-paso.cost.perTrip", value: "900 USD" },
      { path: "courts.el-paso.removed", value: "20 %" },
      { path: "cities.matamoros.onward", value: "10 %" },
      { path: "sectors.yuma.list", value: "{ city: mexicali, calls: 10/day }" },
      { path: "sectors.tucson.eligibility.exempt.kinds.family.underOne", value: "6 %" },
      {
        path: "sectors.tucson.arrivals.scripted.night",
        value: '{ on: 2019-11-22, at: "21:00", people: { family: 4 people } }',
      },
    ],
  });
  if (scenario === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  const build = () => {
    throw new Error("only what the place reports is asked");
  };
  const measures = [{ name: "…", unit: "…", description: "Its own, as its definition in `Extensions` says" }];
  return describeBorder(scenario.parameters, {
    places: [{ id: "clinic", sector: "tucson", before: "pathway", build, measures }],
  });
}

export function measuresPage({ measures, series }: BorderCatalogue): string {
  return `# Measures

Written by \`npm run -s reference\`: do not edit. A measure is one number of a replication, a daily series one number of each local date.
SECTOR, BUS and the like stand for the id of a place: HUB is a sector to which a bus leads, POINT a return point, UNIT one that
holds interviews, CITY one in Mexico, SHELTER one in the United States, GROUP a named group of \`scripted\`, PLACE one of a new kind
from outside. KIND is a kind of people: a category, a nationality, both (\`family.nationality.gtm\`), a kind of exemption, or \`infants\`. Where a
measure stands under several names, they differ in whose people are counted. By \`sector\` people count where they crossed.

Some are there only where a scenario has what they are about. \`mpp show FILE --measures\` lists those of one scenario; [results.md](../results.md)
tells which to look at.

## Measures

| measure | unit | definition |
|---|---|---|
${familiesOf(measures)
  .families.map((family) => line(family, family.first.unit))
  .join("\n")}

## Daily series

A flow is counted over the date, a stock is the mean over it. All are in persons.

| series | kind | definition |
|---|---|---|
${familiesOf(series)
  .families.map((family) => line(family, family.first.kind))
  .join("\n")}
`;
}

function line({ names, definition }: MeasureFamily, unit: string): string {
  return `| ${names.map((name) => `\`${name}\``).join("<br>")} | ${unit} | ${definition.replaceAll("|", "\\|")} |`;
}
