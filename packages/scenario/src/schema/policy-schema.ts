import { closingRules } from "@mpp-sim/border";
import { z } from "zod";
import { setting } from "../values/setting.ts";
import { choice, date } from "../values/words.ts";
import { fixedFigure, name, slug } from "./leaves.ts";

const what = ["returns", "hearings"] as const;

const changes = {
  because: name("Why; say if it is hypothetical").optional().meta({ unlessGiven: "none" }),
  open: name("Return point that opens").optional().meta({ unlessGiven: "none" }),
  close: name("Return point that closes").optional().meta({ unlessGiven: "none" }),
  suspend: setting(choice(what), {
    unit: "returns or hearings",
    description: "Stop all returns, first ones and re-entries after hearings, or all hearings of the programme.",
    enum: what,
  })
    .optional()
    .meta({ unlessGiven: "none" }),
  resume: setting(choice(what), { unit: "returns or hearings", description: "Start them again.", enum: what })
    .optional()
    .meta({ unlessGiven: "none" }),
  stop: name("Bus line that stops").optional().meta({ unlessGiven: "none" }),
  whenClosed: setting(choice(closingRules), {
    unit: "finish, hold or fallback",
    description: "What becomes of those already enrolled by what this change closes, suspends or stops.",
    enum: closingRules,
  })
    .optional()
    .meta({ unlessGiven: "as it is set" }),
  start: name("Bus line that starts").optional().meta({ unlessGiven: "none" }),
  set: z
    .record(z.string(), z.unknown())
    .meta({
      unit: "values by path",
      description:
        "Settings that take a new value, by path: { returnLimits.del-rio.limit: 30/day }. Each must be one that may change on dates.",
    })
    .optional()
    .meta({ unlessGiven: "none" }),
} as const;

/** Settings of an entry that say what changes, and why. */
export const changesOfPolicy: readonly string[] = Object.keys(changes);

interface Closing {
  readonly whenClosed?: unknown;
  readonly close?: unknown;
  readonly suspend?: unknown;
  readonly stop?: unknown;
}

function closesSomething({ whenClosed, close, suspend, stop }: Closing): boolean {
  return whenClosed === undefined || (close ?? suspend ?? stop) !== undefined;
}
const mustClose = { path: ["whenClosed"], message: "must stand beside something that closes: close, suspend or stop" };

const deeds = ["open", "close", "suspend", "resume", "stop", "start", "set"] as const;

/** Whether an entry of the policy, or a future, changes anything. */
export function changesSomething(given: Readonly<Record<string, unknown>>): boolean {
  return deeds.some((deed) => given[deed] !== undefined);
}

/** A future may leave all as it is. */
function doesSomething(given: Readonly<Record<string, unknown>>): boolean {
  return changesSomething(given) || given.branch !== undefined;
}
/** Not for an entry with another fault: what it does may be misspelt. */
const mustDo = {
  message: `must do something: ${deeds.join(", ")} or branch`,
  when: ({ issues }: { readonly issues: readonly unknown[] }) => issues.length === 0,
};

/** Entries of a policy within one of its futures, which may have futures themselves. */
const others: z.ZodType = z
  .lazy(() => z.array(entry))
  .meta({
    unit: "list of changes",
    description: "What else changes in this future from the date of the branch on: entries as of the policy.",
  });

const future = z
  .strictObject({
    probability: fixedFigure("share", "How likely it is; those of a branch sum to 100 %"),
    label: name("What summary and report call it, instead of its name").optional().meta({ unlessGiven: "its name" }),
    ...changes,
    policy: others.optional().meta({ unlessGiven: "none" }),
  })
  .refine(closesSomething, mustClose)
  .meta({ description: "One of several futures: what changes in it on the date of the branch." });

const entry = z
  .strictObject({
    on: setting(date, {
      unit: "date",
      description: "Local date from whose 00:00 the change holds.",
      examples: ["2020-01-06"],
    }),
    announced: setting(date, {
      unit: "date",
      description: "Local date on which it was announced. Nothing changes before it starts.",
      examples: ["2019-12-20"],
    })
      .optional()
      .meta({ unlessGiven: "not announced before" }),
    lag: fixedFigure("duration", "From the announcement to the start, in place of `on`")
      .optional()
      .meta({ unlessGiven: "none" }),
    ...changes,
    branch: z.record(slug, future).optional().meta({
      description:
        "Futures by name, of which one will come: each goes on from the same past, and all are shown side by side.",
    }),
  })
  .refine(closesSomething, mustClose)
  .refine(doesSomething, mustDo);

/** Dated changes, applied in the order of their dates. */
export const policySchema = z
  .array(entry)
  .meta({ description: "Dated changes: openings, closings, suspensions, or any setting that may change on dates." });
