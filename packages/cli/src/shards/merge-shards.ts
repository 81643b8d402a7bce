import type { ExitCode } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import { askedAgain, type RunRequest } from "../run/run-request.ts";
import { runScenario } from "../run/run-scenario.ts";
import type { UnitsOfRun } from "../run/units-of-run.ts";
import { say } from "../terminal/say.ts";
import { shardText, unitsIn } from "./shard.ts";
import { readShard, type ShardDirectory } from "./shard-directory.ts";

/** `mpp merge`, as asked for. */
export interface MergeRequest extends Pick<RunRequest, "out" | "json" | "quiet" | "progress" | "color" | "workers"> {
  readonly directories: readonly string[];
  /** Runs here what no shard has brought. */
  readonly runMissing: boolean;
}

/**
 * Makes the run directory from the records of shards.
 * @throws InputError if a directory is no shard, shards are not of one run or of this build, or units are missing
 */
export async function mergeShards(asked: MergeRequest, host: Host): Promise<ExitCode> {
  const shards = asked.directories.map((directory) => readShard(directory, host.cwd));
  const [first] = shards as [ShardDirectory];
  for (const shard of shards) mustBelong(shard, first, host);
  const { directories: _directories, runMissing, ...how } = asked;
  const request = askedAgain(first.asked, { ...how, fresh: false });
  const away: Host = { ...host, recorded: first };
  return runScenario(request, away, undefined, (units) => {
    for (const { records } of shards) units.records.takeFrom(records);
    const missing = missingOf(shards, units);
    if (missing === "") return;
    if (!runMissing) throw new InputError(`${missing}. Run those shards again, or give --run-missing to run them here`);
    if (!asked.quiet) say(host.stderr, `${missing}. They are run here.\n`);
  });
}

/** @throws InputError if a shard was run by another build, or is of another run than the first */
function mustBelong(shard: ShardDirectory, first: ShardDirectory, { build }: Host): void {
  const { shown, asked, key } = shard;
  if (shard.build.sources !== build.sources) {
    const [theirs, ours] = [shard.build, build].map((one) => `${one.version} (sources ${one.sources.slice(0, 12)})`);
    throw new InputError(
      `${shown} must be of this build, mpp-sim ${ours} (got ${theirs}): merge it with the program that ran it`,
    );
  }
  const differs = (what: string, ours: unknown, theirs: unknown): void => {
    if (JSON.stringify(ours) === JSON.stringify(theirs)) return;
    throw new InputError(`${shown} must be of the same ${what} as ${first.shown}, ${text(theirs)} (got ${text(ours)})`);
  };
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  differs("scenario", asked.file, first.asked.file);
  differs("seed", asked.seed, first.asked.seed);
  differs("number of replications", asked.replications, first.asked.replications);
  differs("number of shards", shard.shard.count, first.shard.count);
  differs("variants", asked.variant, first.asked.variant);
  differs("settings", [asked.set, asked.from, asked.until], [first.asked.set, first.asked.from, first.asked.until]);
  differs("choice of --answer", asked.answer, first.asked.answer);
  const changed = shard.inputs.find(
    ({ file, sha256 }) => !first.inputs.some((input) => input.file === file && input.sha256 === sha256),
  );
  if (changed) throw new InputError(`${shown} must be of the same files as ${first.shown} (${changed.file} differs)`);
  differs("run", key, first.key);
}

/** How many units are missing, and of which shards; empty if none is. */
function missingOf(shards: readonly ShardDirectory[], { units, records }: UnitsOfRun): string {
  const { count } = (shards[0] as ShardDirectory).shard;
  const missing = new Set(units.filter((unit) => records.read(unit) === undefined));
  const told = Array.from({ length: count }, (_, at) => ({ index: at + 1, count })).flatMap((one) => {
    const lost = unitsIn(units, one).filter((unit) => missing.has(unit)).length;
    const given = shards.some(({ shard }) => shard.index === one.index);
    return lost === 0 ? [] : [`${lost} of shard ${shardText(one)}${given ? "" : ", which was not given"}`];
  });
  return told.length === 0 ? "" : `${missing.size} of ${units.length} units are missing: ${told.join("; ")}`;
}
