import { expect, it } from "vitest";
import { familiesOf } from "../../src/index.ts";

const measure = (name: string, description: string, unit = "persons") => ({ name, unit, description });

it("measures that differ only by place or kind of people are one, in the order of their first", () => {
  const { families, capitals } = familiesOf([
    measure("sector.tucson.released", "Released; by sector of arrival"),
    measure("bus.west.trips", "Departures; each once", "trips"),
    measure("sector.el-paso.released", "Released; by sector of arrival"),
    measure("system.released", "Released; all sectors"),
    measure("system.released.family.cause.exempt", "Exempt; category family, all sectors"),
    measure("system.released.family", "Released; category family, all sectors"),
    measure("system.released.family.nationality.gtm", "Released; category family, nationality GTM, all sectors"),
    measure("sector.tucson.released.infants", "Released; families whose youngest is under one, by sector of arrival"),
    measure(
      "system.released.exemption.pregnant",
      "Released; people of the exemption kind pregnant, exempt or not, all sectors",
    ),
    measure("group.night.released", "Released; people of this group"),
    measure("city.tijuana.released", "Released; people returned to this city"),
    measure("bus.east.trips", "Departures; each once", "trips"),
  ]);
  expect(families.map(({ names, definition, first }) => [first.name, definition, names])).toEqual([
    [
      "sector.tucson.released",
      "Released",
      [
        "sector.SECTOR.released",
        "system.released",
        "system.released.KIND",
        "sector.SECTOR.released.KIND",
        "group.GROUP.released",
        "city.CITY.released",
      ],
    ],
    ["bus.west.trips", "Departures; each once", ["bus.BUS.trips"]],
    ["system.released.family.cause.exempt", "Exempt", ["system.released.KIND.cause.exempt"]],
  ]);
  expect(Object.fromEntries([...capitals].map(([word, ids]) => [word, [...ids]]))).toEqual({
    SECTOR: ["tucson", "el-paso"],
    BUS: ["west", "east"],
    KIND: ["family", "family.nationality.…", "infants", "exemption.pregnant"],
    GROUP: ["night"],
    CITY: ["tijuana"],
  });
});

it("measures of another unit or definition are apart, and so are a measure of all and one of each place that are not of people", () => {
  const { families } = familiesOf([
    measure("sector.a.custody.share", "Held for more than 72 hours", "share"),
    measure("sector.b.custody.share", "Held for more than 24 hours", "share"),
    measure("sector.c.custody.share", "Held for more than 24 hours", "cases"),
    measure("city.a.wait", "The wait; those who still wait count"),
    measure("system.wait", "The wait; those who still wait count"),
    measure("system.balance", "Always 0"),
  ]);
  expect(families.map(({ names }) => names.join())).toEqual([
    "sector.SECTOR.custody.share",
    "sector.SECTOR.custody.share",
    "sector.SECTOR.custody.share",
    "city.CITY.wait",
    "system.wait",
    "system.balance",
  ]);
});
