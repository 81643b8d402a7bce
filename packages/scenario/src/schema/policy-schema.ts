import { closingRules } from "@mpp-sim/border";
import { z } from "zod";
import { setting } from "../values/setting.ts";
import { choice, date } from "../values/words.ts";
import { figure, name } from "./leaves.ts";

const what = ["returns", "hearings"] as const;

/** Dated changes, applied in the order of their dates. */
export const policySchema = z
  .array(
    z
      .strictObject({
        on: setting(date, { description: "Local date from whose 00:00 the change holds.", examples: ["2020-01-06"] }),
        announced: setting(date, {
          description: "Local date on which it was announced. Nothing changes before it starts.",
          examples: ["2019-12-20"],
        }).optional(),
        lag: figure("duration", "From the announcement to the start, in place of `on`").optional(),
        because: name("Why; say if it is hypothetical").optional(),
        open: name("Return point that opens").optional(),
        close: name("Return point that closes").optional(),
        suspend: setting(choice(what), {
          description: "Stop all first returns, or all hearings.",
          enum: what,
        }).optional(),
        resume: setting(choice(what), { description: "Start them again.", enum: what }).optional(),
        stop: name("Bus line that stops").optional(),
        whenClosed: setting(choice(closingRules), {
          description: "What becomes of those already enrolled by what this change closes, suspends or stops.",
          enum: closingRules,
        }).optional(),
        start: name("Bus line that starts").optional(),
        set: z.record(z.string(), z.unknown()).optional().meta({
          description:
            "Settings that take a new value, by path: { returnLimits.del-rio.limit: 30/day }. Each must be one that may change on dates.",
        }),
      })
      .refine(
        ({ whenClosed, close, suspend, stop }) => whenClosed === undefined || (close ?? suspend ?? stop) !== undefined,
        {
          path: ["whenClosed"],
          message: "must stand beside something that closes: close, suspend or stop",
        },
      ),
  )
  .meta({ description: "Dated changes: openings, closings, suspensions, or any setting that may change on dates." });
