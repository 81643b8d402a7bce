import { z } from "zod";
import { quantity } from "../values/quantity.ts";
import { setting } from "../values/setting.ts";
import { dimensions } from "../values/units.ts";
import { keyword, list, name } from "./leaves.ts";

/** What the question asks, so that a run can answer it in its own terms. */
export const answerSchema = z
  .strictObject({
    measure: name("Measure that the question is about"),
    counts: name("What the measure counts, as a sentence begins: Family members released in Tucson").unlessGiven(
      "the name of the measure",
    ),
    claim: keyword(
      ["lower", "higher"],
      "Which way the measure goes if the claim holds. It is under test, and no judgement.",
    ),
    against: z.union([z.string(), z.record(z.string(), z.unknown())]).meta({
      description:
        "What the same people meet instead: a variant, a scenario by its file, or settings by path: { buses.coach.inService: no }.",
      about: { unit: "name, file, or values by path" },
    }),
    label: name("What it is compared with, as a sentence ends: without the bus").unlessGiven("what is given there"),
    // No figure of the world, so it has no source.
    matters: setting(quantity(dimensions.share), {
      unit: dimensions.share.unit,
      description: "The least effect that anybody would act on, as a part of the measure.",
      examples: ["5 %"],
    }).orElse("5 %"),
    assumptions: list(
      "paths",
      "Values with a range that are tried over it, each by its path. The answer is told with what they do to it.",
      "[sectors.tucson.eligibility.discretion.family]",
    ).orElse([]),
  })
  .meta({
    description: "What the question asks. Scenarios that build on this one do not inherit it.",
    about: { fixed: "is about the whole period", structure: true },
  });
