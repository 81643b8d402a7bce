import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describeBorder, type ReplicationResult } from "@mpp-sim/border";
import { sealed, unsealed } from "@mpp-sim/experiment/node";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { InputError } from "../input-error.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import { UnitsOfRun } from "../run/units-of-run.ts";
import { recordsIn } from "../run-directory/manifest.ts";
import { type RecordLine, recordsOf } from "../run-directory/ran.ts";
import { type Again, policiesAgain, type Reproduced } from "./again.ts";

/** Most measures that are told of one replication. */
const mostTold = 5;

/** Runs one replication again, under each policy of the run, and compares it with its record. */
export async function oneAgain(again: Again, replication: number): Promise<Reproduced | ExitCode> {
  const { ran, request, folder, host } = again;
  const { run, policies } = policiesAgain(again);
  const all = recordsOf(ran).filter(({ policy }) => policies.own.some(({ name }) => name === policy));
  const kept = policies.own.flatMap((policy) => {
    const record = all.find((one) => one.replication === replication && one.policy === policy.name);
    return record ? [{ policy, record }] : [];
  });
  if (kept.length < policies.own.length) {
    const known = [...new Set(all.map((one) => one.replication))].sort((a, b) => a - b);
    throw new InputError(
      `--replication must be one that ${ran.shown} holds, from ${known[0]} to ${known.at(-1)} (got ${replication})`,
    );
  }
  const interruption = host.listenForInterruption();
  const { own, reads } = policies;
  const { seed, replications } = run;
  const units = new UnitsOfRun(
    { own, reads },
    {
      ...{ ...request, ...host, cwd: folder, seed, replications, queue: undefined },
      workers: request.workers ?? 1,
      interrupted: interruption.heard,
    },
  );
  try {
    const found = await units.run(
      own,
      1,
      (result) => result,
      () => {},
      () => replication,
    );
    if (found.some(({ length }) => length === 0)) return exitCodes.interrupted;
    const each = kept.map((one, index) => ({ ...one, result: found[index]?.[0] as ReplicationResult }));
    const compared = each.map(({ policy, record, result }) => comparedOne(ran.folder, policy, record, result));
    const same = compared.every((one) => one.same);
    const word = same ? "The same, byte for byte" : "Not the same";
    return {
      same,
      sentences: [`${word}: replication ${replication} of ${ran.shown}.`, ...compared.flatMap((one) => one.sentences)],
      about: { replication, policies: compared.map(({ sentences: _, ...one }) => one) },
    };
  } finally {
    await units.close();
    interruption.stop();
  }
}

function comparedOne(
  folder: string,
  { name, scenario, catalogue }: RunPolicy,
  { file }: RecordLine,
  now: ReplicationResult,
) {
  const record = path.join(folder, recordsIn, file);
  const bytes = existsSync(record) ? readFileSync(record) : undefined;
  // Under the address that it had: that of another build differs.
  const label = { address: path.basename(file, ".record"), catalogue };
  const same = bytes?.equals(sealed(now, label)) === true;
  const then = bytes && unsealed(bytes, label);
  const of = name === "" ? "" : `${name}: `;
  const fingerprint = { was: then?.fingerprint ?? null, is: now.fingerprint };
  if (same)
    return {
      policy: name,
      same,
      fingerprint,
      sentences: [`${of}fingerprint ${now.fingerprint}, ${now.events} events`],
    };
  if (then === undefined) {
    const sentence = bytes
      ? "its record is damaged, or holds other measures than this build reports"
      : "its record is not there";
    return { policy: name, same, fingerprint, sentences: [`${of}${sentence}`] };
  }
  const { measures } = describeBorder(scenario.parameters);
  const moved = measures.flatMap((measure, row) => {
    const [was, is] = [then.measures[row], now.measures[row]] as [number, number];
    return Object.is(was, is) ? [] : [`  ${measure.name} was ${was}, is ${is}`];
  });
  return {
    policy: name,
    same,
    fingerprint,
    sentences: [
      `${of}fingerprint was ${then.fingerprint}, is ${now.fingerprint}; ${moved.length} of ${measures.length} measures differ`,
      ...moved.slice(0, mostTold),
      ...(moved.length > mostTold ? [`  and ${moved.length - mostTold} more`] : []),
    ],
  };
}
