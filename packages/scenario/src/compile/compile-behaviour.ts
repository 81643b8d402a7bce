import type { TryAgainParameters } from "@mpp-sim/border";
import { defined } from "../text/nearest.ts";
import type { CompileContext } from "./compile-context.ts";

/** Attempts that a case can be allowed. */
const mostAttempts = 100;

/** Further attempts; undefined where nobody makes one. */
export function compileTryAgain(context: CompileContext): TryAgainParameters | undefined {
  const { tryAgain } = context.file;
  if (tryAgain === undefined || tryAgain.most === 1) return undefined;
  if (tryAgain.most > mostAttempts)
    context.error(["tryAgain", "most"], `must be at most ${mostAttempts} attempts (got ${tryAgain.most})`);
  const { most, delay, through } = tryAgain;
  return { mostAttempts: most, delay, ...(through && { through: compileThrough(context, through) }) };
}

function compileThrough(
  context: CompileContext,
  given: ReadonlyMap<string, ReadonlyMap<string, number>>,
): NonNullable<TryAgainParameters["through"]> {
  const path = ["tryAgain", "through"];
  const sectors = context.names("sectors");
  const known = (name: string, at: readonly string[], more: readonly string[] = []): void => {
    if ([...sectors, ...more].includes(name)) return;
    context.error(at, `must be a sector that is defined (got ${JSON.stringify(name)})${defined(name, sectors)}`);
  };
  for (const [from, to] of given) {
    known(from, [...path, from], ["default"]);
    for (const name of to.keys()) known(name, [...path, from, name]);
  }
  return sectors.map((from) => {
    const to = given.get(from) ?? given.get("default");
    const weights = sectors.map((name) => (name === from ? 0 : (to?.get(name) ?? 0)));
    if (!weights.some((weight) => weight > 0))
      context.error(path, `must lead from ${from} to another sector, or have a default that does`);
    return weights;
  });
}
