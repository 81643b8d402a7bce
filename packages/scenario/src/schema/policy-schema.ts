import { closingRules } from "@mpp-sim/border";
import { z } from "zod";
import { quantity } from "../values/quantity.ts";
import { setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { dimensions } from "../values/units.ts";
import { byPath, day, figure, keyword, name, place, slug } from "./leaves.ts";

const what = ["returns", "hearings"] as const;

const changes = {
  because: name("Why; say if it is hypothetical").unlessGiven("none"),
  open: place("returnPoints", "Return point that opens").unlessGiven("none"),
  close: place("returnPoints", "Return point that closes").unlessGiven("none"),
  suspend: keyword(
    what,
    "Stop all returns, first ones and re-entries after hearings, or all hearings of the programme.",
  ).unlessGiven("none"),
  resume: keyword(what, "Start them again.").unlessGiven("none"),
  stop: place("buses", "Bus line that stops").unlessGiven("none"),
  whenClosed: keyword(
    closingRules,
    "What becomes of those already enrolled by what this change closes, suspends or stops.",
  ).unlessGiven("as it is set"),
  start: place("buses", "Bus line that starts").unlessGiven("none"),
  set: byPath(
    "Settings that take a new value, by path: { returnLimits.del-rio.limit: 30/day }. Each must be one that may change on dates.",
    "none",
  ),
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
    description: "What else changes in this future from the date of the branch on: entries as of the policy.",
    about: { unit: "list of changes" },
  });

const estimate = setting(sourced(quantity(dimensions.share)), {
  description: `How likely it is; those of a branch sum to 100 %: ${dimensions.share.expected}.`,
  unit: dimensions.share.unit,
  structure: false,
});

const future = z
  .strictObject({
    // An estimate, which needs a source, though no policy changes it.
    probability: estimate,
    label: name("What summary and report call it, instead of its name").unlessGiven("its name"),
    ...changes,
    policy: others.optional().meta({ unlessGiven: "none" }),
  })
  .refine(closesSomething, mustClose)
  .meta({ description: "One of several futures: what changes in it on the date of the branch." });

const entry = z
  .strictObject({
    on: day("Local date from whose 00:00 the change holds.", "2020-01-06"),
    announced: day("Local date on which it was announced. Nothing changes before it starts.", "2019-12-20").unlessGiven(
      "not announced before",
    ),
    lag: figure("duration", "From the announcement to the start, in place of `on`").fixed().unlessGiven("none"),
    ...changes,
    branch: z.record(slug, future).optional().meta({
      description:
        "Futures by name, of which one will come: each goes on from the same past, and all are shown side by side.",
    }),
  })
  .refine(closesSomething, mustClose)
  .refine(doesSomething, mustDo)
  .meta({ id: "change" });

/** Dated changes, applied in the order of their dates. */
export const policySchema = z.array(entry).meta({
  id: "policy",
  description: "Dated changes: openings, closings, suspensions, or any setting that may change on dates.",
  about: { fixed: "is changes on dates itself", structure: true },
});
