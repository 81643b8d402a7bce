import { isoDate } from "@mpp-sim/engine";
import { valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/**
 * Warns where a suspension of hearings does less than it seems to: where it says what becomes of those already enrolled although returns wait
 * for no court, and where released people have a court of their own, which goes on.
 */
export function warnOfGates(context: CompileContext): void {
  const { courts = {}, interior, policy = [] } = context.written;
  const gated = Object.values(courts).some(({ gate }) => valuesOf(gate).includes("hard"));
  policy.forEach(({ close, on, stop, suspend, whenClosed }, index) => {
    if (suspend !== "hearings") return;
    if (interior)
      context.warning(
        ["policy", index, "suspend"],
        `stops the courts of the programme alone: hearings of people released go on; interior.slots must be { before: 1000000 cases/day, ${isoDate(on)}: 0 cases/day } to stop these (got hearings)`,
      );
    if (gated || whenClosed === undefined || (close ?? stop) !== undefined) return;
    context.warning(
      ["policy", index, "whenClosed"],
      `does nothing: no court is a condition of returns, so that they go on without hearings; courts.NAME.gate must be hard for that (got ${whenClosed})`,
    );
  });
}
