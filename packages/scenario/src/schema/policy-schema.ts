import { z } from "zod";
import { setting } from "../values/setting.ts";
import { choice, date } from "../values/words.ts";
import { figure, name, slug } from "./leaves.ts";

const what = ["returns", "hearings"] as const;

const changes = {
  because: name("Why; say if it is hypothetical").optional(),
  open: name("Return point that opens").optional(),
  close: name("Return point that closes").optional(),
  suspend: setting(choice(what), {
    description: "Stop all first returns, or all hearings.",
    enum: what,
  }).optional(),
  resume: setting(choice(what), { description: "Start them again.", enum: what }).optional(),
  stop: name("Bus line that stops").optional(),
  start: name("Bus line that starts").optional(),
  set: z.record(z.string(), z.unknown()).optional().meta({
    description:
      "Settings that take a new value, by path: { returnLimits.del-rio.limit: 30/day }. Each must be one that may change on dates.",
  }),
} as const;

/** Settings of an entry that say what changes, and why. */
export const changesOfPolicy: readonly string[] = Object.keys(changes);

const future = z
  .strictObject({
    probability: figure("share", "How likely it is; those of a branch sum to 100 %"),
    label: name("What summary and report call it, instead of its name").optional(),
    ...changes,
    policy: z.array(z.unknown()).optional().meta({
      description: "What else changes in this future from the date of the branch on: entries as of the policy.",
    }),
  })
  .meta({ description: "One of several futures: what changes in it on the date of the branch." });

/** Dated changes, applied in the order of their dates. */
export const policySchema = z
  .array(
    z.strictObject({
      on: setting(date, { description: "Local date from whose 00:00 the change holds.", examples: ["2020-01-06"] }),
      announced: setting(date, {
        description: "Local date on which it was announced. Nothing changes before it starts.",
        examples: ["2019-12-20"],
      }).optional(),
      lag: figure("duration", "From the announcement to the start, in place of `on`").optional(),
      ...changes,
      branch: z.record(slug, future).optional().meta({
        description:
          "Futures by name, of which one will come: each goes on from the same past, and all are shown side by side.",
      }),
    }),
  )
  .meta({ description: "Dated changes: openings, closings, suspensions, or any setting that may change on dates." });
