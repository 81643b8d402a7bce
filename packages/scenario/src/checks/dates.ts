import { isoDate } from "@mpp-sim/engine";
import { startOf } from "../merge/policy-starts.ts";
import { isPlain } from "../merge/read-branch.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { everyNode, locate, nodeAt } from "../text/locate.ts";
import { childOf, type MapNode } from "../text/tree.ts";
import { areCalendarKeys } from "../values/calendar-map.ts";
import { date } from "../values/words.ts";

/** Days that a period may have. */
const longestPeriod = 3660;

/** Checks that the period runs forward, that the changes written in `file` itself fall into it, and that no branch comes before it. */
export function checkDates(tree: MapNode, file: string, diagnostics: Diagnostics): void {
  const day = (path: readonly PropertyKey[]): number | undefined => {
    const node = nodeAt(tree, path);
    return node?.kind === "scalar" ? date(node.text, () => {}) : undefined;
  };
  const [from, to] = [day(["period", "from"]), day(["period", "to"])];
  if (from === undefined || to === undefined) return;
  const wrong = (path: readonly PropertyKey[], sentence: string): void => diagnostics.errorAt(tree, path, sentence);
  if (to < from) wrong(["period", "to"], `must not be before the first date, ${isoDate(from)} (got ${isoDate(to)})`);
  else if (to - from >= longestPeriod)
    wrong(["period", "to"], `must be at most ${longestPeriod} days after the first date (got ${to - from + 1} days)`);
  // With a slip in its year what stands at a date would never come into force, or always be.
  for (const { node, path } of everyNode({ node: tree, path: [] })) {
    const isOther = path[0] === "sources" || path[0] === "period" || (path[0] === "policy" && path[2] === "on");
    for (const text of [String(path.at(-1)), node.kind === "scalar" ? node.text : ""]) {
      const on = (areCalendarKeys([text]) ? date(text, () => {}) : undefined) ?? from;
      if (isOther || (on > from - longestPeriod && on < to + longestPeriod) || locate(tree, path).file !== file)
        continue;
      const sentence = `must lie within ten years of the period, ${isoDate(from)} to ${isoDate(to)}, to have an effect in it`;
      diagnostics.warningAt(tree, path, `${sentence} (got ${text})`);
    }
  }
  const policy = nodeAt(tree, ["policy"]);
  if (policy?.kind !== "list") return;
  policy.items.forEach((item, index) => {
    const path = ["policy", index, "on"];
    const on = day(path);
    const announced = day(["policy", index, "announced"]);
    const [said, lag] = [childOf(item, "announced"), childOf(item, "lag")];
    if (lag !== undefined && said === undefined)
      wrong(["policy", index, "lag"], "must follow a date on which the change was announced");
    else if (on !== undefined && (startOf(said, lag) ?? on) !== on)
      wrong(["policy", index, "lag"], `must lead from the announcement to the start, ${isoDate(on)}, or be left out`);
    if (on !== undefined && announced !== undefined && announced > on)
      wrong(["policy", index, "announced"], `must not be after the start, ${isoDate(on)} (got ${isoDate(announced)})`);
    if (on === undefined || (on >= from && on <= to)) return;
    const sentence = `must be a date in the period, ${isoDate(from)} to ${isoDate(to)} (got ${isoDate(on)})`;
    if (on < from && !isPlain(item)) {
      wrong(path, `${sentence}: a run that begins after its futures have parted cannot tell which of them it is in`);
      return;
    }
    if (item.place.file !== file) return;
    // A period that is shortened on the command line is no fault of the file.
    const written = [from, to].every((_, end) => locate(tree, ["period", end === 0 ? "from" : "to"]).line > 0);
    const told = on < from ? "what changed before holds from the start" : "what changes after it has no effect";
    if (written) wrong(path, sentence);
    else diagnostics.warningAt(tree, path, `${sentence}: ${told}`);
  });
}
