import { z } from "zod";
import type { InForce } from "../values/calendar.ts";
import { level } from "../values/level.ts";
import { setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { choice, date, listOf, text } from "../values/words.ts";
import { displacementSchema, tryAgainSchema } from "./behaviour-schema.ts";
import { fixedFigure, name, slug } from "./leaves.ts";
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

const sourceSchema = z
  .strictObject({
    title: name("What it is"),
    date: name("When it was published, or the date of the data").optional().meta({ unlessGiven: "none" }),
    grade: setting(choice(["A", "B", "C", "D"]), {
      unit: "A, B, C or D",
      description: "A official, B report, C and D weaker.",
      enum: ["A", "B", "C", "D"],
    }),
    address: name("Where it can be found").optional().meta({ unlessGiven: "none" }),
  })
  .meta({ description: "A source that values refer to." });

const defaultsOfPlaces = z
  .unknown()
  .meta({ description: "Settings of every place of this kind.", unit: "settings" })
  .optional()
  .meta({ unlessGiven: "none" });

/** A scenario but for its variants, with everything it extends and its defaults merged. */
const oneScenario = z
  .strictObject({
    mpp: setting(choice(["1"]), { unit: "1", description: "Version of the format: 1.", enum: ["1"] }),
    name: name("Name of the scenario"),
    question: name("The question it answers").optional().meta({ unlessGiven: "none" }),
    notes: setting(listOf(text), {
      unit: "list of texts",
      description: "Sentences that every reader of a result should see; those of the scenario it extends come before.",
    })
      .optional()
      .meta({ unlessGiven: "none" }),
    extends: name("Scenario this one builds on, as a path from this file").optional().meta({ unlessGiven: "none" }),
    period: z.strictObject({
      from: setting(date, { unit: "date", description: "First local date.", examples: ["2019-11-22"] }),
      to: setting(date, { unit: "date", description: "Last local date, included.", examples: ["2020-02-29"] }),
    }),
    start: z
      .union([z.literal("empty"), z.strictObject({ census: name("CSV with the cases that are there at the start") })])
      .meta({
        unit: "empty, or a census",
        description: "empty, or a census of cases in custody, waiting and on dockets.",
      }),
    focus: z
      .strictObject({
        sector: name("Sector the summary leads with").optional().meta({ unlessGiven: "the whole border" }),
        bus: name("Bus line the summary shows").optional().meta({ unlessGiven: "none" }),
        limit: name("Return limit the summary shows").optional().meta({ unlessGiven: "none" }),
        measures: setting(listOf(text), {
          unit: "list of names",
          description:
            "Measures that the summary holds in place of all others, by name; those that variants are compared by.",
          examples: ["[sector.tucson.released, sector.tucson.returned.first]"],
        })
          .optional()
          .meta({ unlessGiven: "those of the sector, bus and limit" }),
        also: setting(listOf(text), {
          unit: "list of names",
          description: "Measures that the summary shows besides, by name.",
          examples: ["[sector.tucson.released.family, sector.tucson.released.family.cause.no-seat]"],
        })
          .optional()
          .meta({ unlessGiven: "none" }),
      })
      .optional(),
    sources: z.record(z.string(), sourceSchema).optional(),
    nationalities: setting(sourced(listOf(text)), {
      unit: "list of codes",
      description: "Codes of all nationalities that settings may name.",
    }),
    defaults: z
      .strictObject(Object.fromEntries(placeSections.map((section) => [section, defaultsOfPlaces])))
      .optional()
      .meta({ description: "Settings that every place of a kind has unless it says otherwise." }),
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
    experiment: z.strictObject({
      seed: name("Any text; the same seed gives the same people"),
      replications: fixedFigure("replications", "How many times the period is simulated"),
      reference: name("Variant that the others are compared with; base, the scenario as written, unless given")
        .optional()
        .meta({ unlessGiven: "`base`" }),
    }),
  })
  .meta({ description: "A scenario without its variants." });

/** What all variants have in common, so that they answer one question about the same people in the same period. */
const sameInEveryVariant: readonly string[] = [
  "mpp",
  "name",
  "question",
  "notes",
  "extends",
  "period",
  "start",
  "focus",
  "sources",
  "nationalities",
  "experiment",
];

/** What a variant says about itself. */
const aboutVariant = {
  label: name("What summary and report call it, instead of its name").optional().meta({ unlessGiven: "its name" }),
  because: name("Why it is asked").optional().meta({ unlessGiven: "none" }),
  at: setting(level, {
    unit: "number, alone or with a unit",
    description:
      "Where it stands on a ladder of one figure: a number, with or without a unit. Results are then drawn as a curve.",
    examples: ["50 seats"],
  })
    .optional()
    .meta({ unlessGiven: "no ladder" }),
} as const;

/** Other settings under one name, laid over the scenario like an extending file. */
export const variantSchema = z
  .strictObject({
    ...aboutVariant,
    ...Object.fromEntries(Object.entries(oneScenario.shape).filter(([key]) => !sameInEveryVariant.includes(key))),
  })
  .meta({ description: "Other settings that the same people meet, laid over the scenario." });

/** A whole scenario file, with everything it extends and its defaults merged. */
export const scenarioSchema = oneScenario
  .extend({
    variants: z
      .record(slug, variantSchema)
      .optional()
      .meta({ description: "Policies that meet the same people, by name. base is the scenario as written." }),
  })
  .meta({ title: "mpp scenario", description: "A scenario of the Migrant Protection Protocols, 2019." });

/** A scenario file after reading: figures in the model's own units, places still by name. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;
/** The same as it is on one date. */
export type FileInForce = InForce<ScenarioFile>;
export type SectorFile = FileInForce["sectors"][string];
