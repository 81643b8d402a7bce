import { z } from "zod";
import type { InForce } from "../values/calendar.ts";
import { level } from "../values/level.ts";
import { type About, setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { listOf, text } from "../values/words.ts";
import { answerSchema } from "./answer-schema.ts";
import { displacementSchema, tryAgainSchema } from "./behaviour-schema.ts";
import { day, figure, keyword, list, name, place, section, slug } from "./leaves.ts";
import {
  busSchema,
  citySchema,
  courtSchema,
  interviewSchema,
  returnLimitSchema,
  returnPointSchema,
} from "./place-schemas.ts";
import { policySchema } from "./policy-schema.ts";
import { interiorSchema, usShelterSchema } from "./release-schemas.ts";
import { sectorSchema } from "./sector-schema.ts";

/** Sections whose entries are places; `defaults` may hold settings for each. */
export const placeSections = [
  "sectors",
  "buses",
  "interviews",
  "returnPoints",
  "returnLimits",
  "cities",
  "courts",
  "usShelters",
] as const;

/** Of a section that is about the file or the run, and not the world. */
const aside = (fixed: string): { readonly about: About } => ({ about: { fixed, structure: true } });
const aboutFile = "says what the file is about";

const sourceSchema = section("A source that values refer to.", {
  title: name("What it is"),
  date: name("When it was published, or the date of the data").unlessGiven("none"),
  grade: keyword(["A", "B", "C", "D"], "A official, B report, C and D weaker."),
  address: name("Where it can be found").unlessGiven("none"),
});

const defaultsOfPlaces = z
  .unknown()
  .meta({ description: "Settings of every place of this kind.", about: { unit: "settings" } })
  .optional()
  .meta({ unlessGiven: "none" });

/** A scenario but for its variants, with everything it extends and its defaults merged. */
const oneScenario = section("A scenario without its variants.", {
  mpp: keyword(["1"], "Version of the format: 1.").fixed("says what kind of file it is"),
  name: name("Name of the scenario").fixed(aboutFile),
  question: name("The question it answers").fixed(aboutFile).unlessGiven("none"),
  notes: list(
    "texts",
    "Sentences that every reader of a result should see; those of the scenario it extends come before.",
  )
    .fixed(aboutFile)
    .orElse([]),
  extends: name("Scenario this one builds on, as a path from this file")
    .fixed("the files are read before there are dates")
    .unlessGiven("none"),
  period: z
    .strictObject({
      from: day("First local date.", "2019-11-22"),
      to: day("Last local date, included.", "2020-02-29"),
    })
    .meta(aside("is the dates themselves")),
  start: z
    .union([z.literal("empty"), z.strictObject({ census: name("CSV with the cases that are there at the start") })])
    .meta({
      description: "empty, or a census of cases in custody, waiting and on dockets.",
      about: { unit: "empty, or a census", fixed: "is how the period begins", structure: true },
    }),
  focus: z
    .strictObject({
      sector: place("sectors", "Sector the summary leads with").unlessGiven("the whole border"),
      bus: place("buses", "Bus line the summary shows").unlessGiven("none"),
      limit: place("returnLimits", "Return limit the summary shows").unlessGiven("none"),
      measures: list(
        "names",
        "Measures that the summary holds in place of all others, by name; those that variants are compared by.",
        "[sector.tucson.released, sector.tucson.returned.first]",
      ).unlessGiven("those of the sector, bus and limit"),
      also: list(
        "names",
        "Measures that the summary shows besides, by name.",
        "[sector.tucson.released.family, sector.tucson.released.family.cause.no-seat]",
      ).unlessGiven("none"),
    })
    .meta(aside("is about the summary of the whole period"))
    .optional(),
  answer: answerSchema.optional(),
  sources: z.record(z.string(), sourceSchema).meta(aside("says where values come from")).optional(),
  nationalities: setting(sourced(listOf(text)), {
    unit: "list of codes",
    description: "Codes of all nationalities that settings may name.",
    structure: true,
  }).fixed("a list of names, of which settings use those they need"),
  defaults: z
    .strictObject(Object.fromEntries(placeSections.map((section) => [section, defaultsOfPlaces])))
    .optional()
    .meta({
      description: "Settings that every place of a kind has unless it says otherwise.",
      about: { fixed: "a setting in it may change as it may in a place" },
    }),
  sectors: z.record(slug, sectorSchema),
  buses: z.record(slug, busSchema).optional(),
  interviews: z.record(slug, interviewSchema).optional(),
  returnPoints: z.record(slug, returnPointSchema).optional(),
  returnLimits: z.record(slug, returnLimitSchema).optional(),
  cities: z.record(slug, citySchema).optional(),
  courts: z.record(slug, courtSchema).optional(),
  interior: interiorSchema.optional(),
  usShelters: z.record(slug, usShelterSchema).optional(),
  tryAgain: tryAgainSchema.optional(),
  displacement: displacementSchema.optional(),
  policy: policySchema.optional(),
  experiment: z
    .strictObject({
      seed: name("Any text; the same seed gives the same people"),
      replications: figure("replications", "How many times the period is simulated").fixed(),
      reference: name(
        "Variant or future that the others are compared with; base is the scenario as written",
      ).unlessGiven("base, or the first future"),
      precision: z
        .strictObject({
          measure: name("Measure that must be known"),
          within: setting(level, {
            unit: "% of the mean, or a figure",
            description: "How well: half of its 95 % interval, in % of the mean or in the unit of the measure.",
            examples: ["5 %"],
          }),
        })
        .optional()
        .meta({
          description: "Ends a run once a measure is known so well in every variant; replications are the most.",
        }),
    })
    .meta(aside("is how the scenario is run")),
});

/** What variants may differ in. All else they have in common, so that they answer one question about the same people in the same period. */
const ofVariants: readonly string[] = [...placeSections, "defaults", "interior", "tryAgain", "displacement", "policy"];

/** What a variant says about itself. */
const aboutVariant = {
  label: name("What summary and report call it, instead of its name").unlessGiven("its name"),
  because: name("Why it is asked").unlessGiven("none"),
  at: setting(level, {
    unit: "number, alone or with a unit",
    description:
      "Where it stands on a ladder of one figure: a number, with or without a unit. Results are then drawn as a curve.",
    examples: ["50 seats"],
  }).unlessGiven("no ladder"),
} as const;

/** Other settings under one name, laid over the scenario like an extending file. */
export const variantSchema = section("Other settings that the same people meet, laid over the scenario.", {
  ...aboutVariant,
  ...Object.fromEntries(Object.entries(oneScenario.shape).filter(([key]) => ofVariants.includes(key))),
});

/** A whole scenario file, with everything it extends and its defaults merged. */
export const scenarioSchema = oneScenario
  .extend({
    variants: z
      .record(slug, variantSchema)
      .optional()
      .meta({
        description: "Policies that meet the same people, by name. base is the scenario as written.",
        about: { fixed: "says what the variant is about; its settings may be calendars" },
      }),
  })
  .meta({ title: "mpp scenario", description: "A scenario of the Migrant Protection Protocols, 2019." });

/** A scenario file after reading: figures in the model's own units, places still by name. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;
/** The same as it is on one date. */
export type FileInForce = InForce<ScenarioFile>;
