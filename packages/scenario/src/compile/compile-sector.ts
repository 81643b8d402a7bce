import {
  type DispositionMix,
  dispositions,
  type EligibilityParameters,
  type FallbackParameters,
  type PathwayParameters,
  type SectorParameters,
  type Timeline,
} from "@mpp-sim/border";
import { fixed, type ZoneTable } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import { compileArrivals } from "./compile-arrivals.ts";
import type { CompileContext } from "./compile-context.ts";
import { compileExemptions } from "./compile-exemptions.ts";
import { compileList } from "./compile-lists.ts";
import { sharesByDate } from "./shares-by-date.ts";

type Path = readonly PropertyKey[];

/** One sector in the model's terms. */
export function compileSector(context: CompileContext, id: string): SectorParameters {
  const sector = context.file.sectors[id] as SectorFile;
  const path = ["sectors", id];
  const zone = context.zone(sector.timeZone);
  const { custody, processing } = sector;
  return {
    id,
    zone,
    arrivals: compileArrivals(context, id, zone),
    custody: {
      capacity: context.timeline(custody.capacity, zone),
      whenFull: custody.whenFull,
      limitHours: custody.limit,
      atLimit: [custody.atLimit["single-adult"], custody.atLimit.family, "hold"],
    },
    processing: {
      agents: context.timeline(processing.agents, zone),
      time: [processing.time["single-adult"], processing.time.family, processing.time["unaccompanied-child"]],
    },
    eligibility: compileEligibility(context, sector.eligibility, zone, [...path, "eligibility"]),
    fallback: compileFallback(context, sector.fallback, zone, [...path, "fallback"]),
    pathways: sector.pathways.map((pathway) => compilePathway(context, pathway, id)),
    ...(sector.list && { list: compileList(context, sector.list, zone) }),
  };
}

function compileEligibility(
  context: CompileContext,
  { returnable, exempt, discretion }: SectorFile["eligibility"],
  zone: ZoneTable,
  path: Path,
): EligibilityParameters {
  const { nationalities } = context.file;
  return {
    returnable: context.timeline(
      returnable.map(({ from, value }) => ({ from, value: nationalities.map((name) => value.includes(name)) })),
      zone,
    ),
    ...compileExemptions(context, exempt, zone, [...path, "exempt"]),
    discretion: context.timeline(sharesByDate(discretion), zone),
  };
}

function compileFallback(
  context: CompileContext,
  fallback: SectorFile["fallback"],
  zone: ZoneTable,
  path: Path,
): FallbackParameters {
  const transferOnly: DispositionMix = dispositions.map((disposition) => (disposition === "transfer" ? 1 : 0));
  const children: Timeline<DispositionMix> = [{ from: Number.NEGATIVE_INFINITY, value: transferOnly }];
  const { nationalities } = context.file;
  const mixes = (category: "single-adult" | "family"): Timeline<DispositionMix>[] => {
    const here = [...path, category];
    const given = fallback[category];
    return nationalities.map((name) => {
      const mix = given.get(name) ?? given.get("default");
      if (mix === undefined) {
        context.error(here, `must have a mix for ${name}, or a default`);
        return children;
      }
      return context.timeline(
        mix.map(({ from, value }) => ({ from, value: dispositions.map((disposition) => value.get(disposition) ?? 0) })),
        zone,
      );
    });
  };
  const { release, detention, removal, transfer } = fallback.hours;
  const hours = { release, detention, removal, transfer, hold: fixed(0) };
  return {
    mix: [mixes("single-adult"), mixes("family"), nationalities.map(() => children)],
    hours: dispositions.map((disposition) => hours[disposition]),
  };
}

function compilePathway(
  context: CompileContext,
  { bus, points }: SectorFile["pathways"][number],
  sector: string,
): PathwayParameters {
  const line = bus === undefined ? undefined : context.file.buses?.[bus];
  return {
    bus: bus === undefined ? -1 : context.index("buses", bus),
    hub: context.index("sectors", line?.to ?? sector),
    points: [...points].map(([point, travelHours]) => ({ point: context.index("returnPoints", point), travelHours })),
  };
}
