import type { StudyMeasure } from "@mpp-sim/experiment";
import { streamScheme } from "@mpp-sim/experiment/node";
import type { Host } from "../host.ts";
import { InputError } from "../input-error.ts";
import type { RunPolicy } from "../run/run-policies.ts";
import type { HashedFile, WrittenScenario } from "../run-directory/manifest.ts";
import { isDirectory, type Ran, ranAt } from "../run-directory/ran.ts";
import { measuresIn, valuesIn } from "../run-directory/values.ts";
import { type OpenedStudy, openStudy } from "./open-study.ts";
import type { StudyRequest } from "./study-request.ts";

/** Something that is compared: a scenario, which is run, or a run that is there. */
export interface Compared {
  /** As the user named it. */
  readonly name: string;
  readonly written: WrittenScenario;
  readonly inputs: readonly HashedFile[];
  readonly seed: string;
  readonly replications: number;
  /** Policies of which this is equal met the same people in the same replication. */
  readonly people: string;
  /** The measures that are looked at unless asked for. */
  readonly measures: readonly StudyMeasure[];
  readonly from:
    | {
        readonly kind: "scenario";
        readonly policy: RunPolicy;
        readonly reads: OpenedStudy["opened"]["source"]["reads"];
      }
    | { readonly kind: "run"; readonly ran: Ran; readonly variant: string | undefined };
}

/** The parts of a name: a file or a directory, and perhaps a variant of it. */
export function parts(name: string): Pick<StudyRequest, "file" | "variant"> {
  const at = name.indexOf("#");
  return at === -1 ? { file: name, variant: undefined } : { file: name.slice(0, at), variant: name.slice(at + 1) };
}

/**
 * What stands under a name; of a run `ofFirst`, the measures of the first that is compared, are looked at.
 * @throws InputError if it is neither a valid scenario nor the directory of a run, or has no variant or measure of a name
 */
export function comparedOf(
  name: string,
  request: Omit<StudyRequest, "file" | "variant">,
  host: Host,
  ofFirst: readonly string[] = request.of,
): Compared {
  return isDirectory(parts(name).file, host.cwd)
    ? comparedRun(name, ofFirst, host)
    : comparedScenario(name, openStudy({ ...request, ...parts(name) }, host), host);
}

function comparedScenario(name: string, study: OpenedStudy, { build }: Host): Compared {
  const { opened, base, measures, seed, replications } = study;
  const { scenario, inputs, source } = opened;
  return {
    ...{ measures, seed, replications },
    name,
    inputs,
    written: scenario,
    people: JSON.stringify([seed, streamScheme, build.version, build.sources]),
    from: { kind: "scenario", policy: { ...base, name }, reads: source.reads },
  };
}

function comparedRun(name: string, of: readonly string[], { cwd }: Host): Compared {
  const { file, variant: asked } = parts(name);
  const ran = ranAt(file, cwd);
  const { manifest } = ran;
  const { program, seed, scenario, set = [] } = manifest;
  const known = manifest.variants?.map((one) => one.name) ?? [];
  const variant = asked ?? manifest.reference;
  if (variant !== undefined && !known.includes(variant)) {
    const has = known.length === 0 ? "none" : known.join(", ");
    throw new InputError(`${name} must be a variant of the run in ${file} (it has ${has})`);
  }
  const { measures, usual, resolved } = measuresIn(ran, variant);
  const wanted = of.length > 0 ? [...new Set(of)] : usual;
  return {
    name,
    written: { ...scenario, question: scenario.question ?? "", set, resolved },
    inputs: manifest.inputs,
    seed,
    replications: manifest.replications.done,
    // Of an older program nothing more is known than that it is another.
    people: JSON.stringify([seed, manifest.streamScheme, program.version, program.sources ?? ran.shown]),
    measures: wanted.map((measure) => {
      const unit = measures.get(measure);
      if (unit === undefined) throw new InputError(unreported(name, measure, ran));
      return { name: measure, unit };
    }),
    from: { kind: "run", ran, variant },
  };
}

/**
 * Values of some measures in a run that is there, by measure and then by replication.
 * @throws InputError if it does not report one, or in another unit
 */
export function valuesOfRun(
  { name }: Compared,
  { ran, variant }: Compared["from"] & { readonly kind: "run" },
  measures: readonly StudyMeasure[],
): Promise<readonly (readonly number[])[]> {
  const own = measuresIn(ran, variant).measures;
  for (const measure of measures) {
    const unit = own.get(measure.name);
    if (unit === undefined) throw new InputError(unreported(name, measure.name, ran));
    if (unit !== measure.unit)
      throw new InputError(`${name} must report ${measure.name} in ${measure.unit}, as the first does (got ${unit})`);
  }
  return valuesIn(ran, variant, measures);
}

function unreported(name: string, measure: string, { manifest: { program } }: Ran): string {
  return `${name} must report ${measure} (it does not: it was run by mpp-sim ${program.version}, ${program.commit?.slice(0, 12) ?? "of no known commit"}); --of names another`;
}
