import { valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/** Says where a suspension of hearings tells what becomes of people in the pipe, though returns do not wait for any court. */
export function warnOfGates(context: CompileContext): void {
  const { courts = {}, policy = [] } = context.written;
  if (Object.values(courts).some(({ gate }) => valuesOf(gate).includes("hard"))) return;
  policy.forEach(({ close, stop, suspend, whenClosed }, index) => {
    if (suspend !== "hearings" || whenClosed === undefined || (close ?? stop) !== undefined) return;
    context.warning(
      ["policy", index, "whenClosed"],
      `does nothing: no court is a condition of returns, so that they go on without hearings; courts.NAME.gate must be hard for that (got ${whenClosed})`,
    );
  });
}
