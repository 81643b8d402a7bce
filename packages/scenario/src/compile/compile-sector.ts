import {
  categories,
  type DispositionMix,
  dispositions,
  type EligibilityParameters,
  exemptionKinds,
  type FallbackParameters,
  type PathwayParameters,
  type SectorParameters,
  type Timeline,
} from "@mpp-sim/border";
import { fixed, type ZoneTable } from "@mpp-sim/engine";
import { together } from "../values/calendar.ts";
import { NameIn } from "../values/setting.ts";
import { compileArrivals } from "./compile-arrivals.ts";
import type { CompileContext, Path, PlaceOf } from "./compile-context.ts";

type SectorFile = PlaceOf<"sectors">;

/** One sector in the model's terms. */
export function compileSector(context: CompileContext, id: string): SectorParameters {
  const sector = context.place("sectors", id);
  const path = ["sectors", id];
  const zone = context.zone(sector.timeZone);
  const { custody, processing, list } = context.resolved(
    { custody: sector.custody, processing: sector.processing, ...(sector.list && { list: sector.list }) },
    zone,
  );
  const { atLimit, capacity, limit, whenFull } = custody;
  return {
    id,
    zone,
    arrivals: compileArrivals(context, id, zone),
    custody: { capacity, whenFull, limitHours: limit, atLimit: ofEach(atLimit) },
    processing: { agents: processing.agents, time: ofEach(processing.time) },
    eligibility: compileEligibility(context, sector.eligibility, zone, [...path, "eligibility", "exempt"]),
    fallback: compileFallback(context, sector.fallback, zone, [...path, "fallback"]),
    pathways: sector.pathways.map((pathway) => compilePathway(context, pathway, id)),
    ...(list && { list: { city: list.city, calls: list.calls, callHour: list.at, leaveRate: list.leaves } }),
  };
}

/** What each category has, in their order; a child alone is never asked whether it may be returned. */
function ofEach<T>(of: { "single-adult": T; family: T; "unaccompanied-child": T }): readonly [T, T, T] {
  return [of["single-adult"], of.family, of["unaccompanied-child"]];
}

/** Who is exempt: a share of each category, or kinds of reasons. If one category has kinds, the share of another is of kind `other`. */
function compileEligibility(
  context: CompileContext,
  { returnable, exempt: { kinds, returned, ...exempt }, discretion }: SectorFile["eligibility"],
  zone: ZoneTable,
  path: Path,
): EligibilityParameters {
  const mayReturn = returnable.map((names) => context.file.nationalities.map((name) => names.includes(name)));
  const shares = ({ "single-adult": adult, family }: typeof discretion): EligibilityParameters["discretion"] =>
    context.timeline(
      together({ adult, family }).map(({ adult, family }) => [adult, family, 0] as const),
      zone,
    );
  const common = { returnable: context.timeline(mayReturn, zone), discretion: shares(discretion) };
  if (kinds === undefined) {
    if (returned.entries.some(({ value }) => value.length > 0))
      context.error([...path, "returned"], "must name kinds of exemption that are given, under `kinds` (got none)");
    return { ...common, exempt: shares(exempt) };
  }
  const adult = together(kinds["single-adult"] ?? { other: exempt["single-adult"] });
  const family = together(kinds.family ?? { other: exempt.family });
  const byKind = together({ adult, family, returned }).map(({ adult, family, returned }) => ({
    share: [adult, family, {}].map((of: Partial<Record<(typeof exemptionKinds)[number], number>>, category) => {
      const share = exemptionKinds.map((kind) => of[kind] ?? 0);
      if (sum(share) > 1 + 1e-9) context.error([...path, "kinds", categories[category]!], "must sum to at most 100 %");
      return share;
    }) as [number[], number[], number[]],
    exempt: exemptionKinds.map((kind) => !returned.includes(kind)),
  }));
  const totals = byKind.map(
    ({ share, exempt }) => share.map((of) => sum(of.filter((_, kind) => exempt[kind]))) as [number, number, number],
  );
  return { ...common, exempt: context.timeline(totals, zone), exemptKinds: context.timeline(byKind, zone) };
}

function sum(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}

function compileFallback(
  context: CompileContext,
  fallback: SectorFile["fallback"],
  zone: ZoneTable,
  path: Path,
): FallbackParameters {
  const transferOnly = dispositions.map((disposition) => (disposition === "transfer" ? 1 : 0));
  const children: Timeline<DispositionMix> = [{ from: Number.NEGATIVE_INFINITY, value: transferOnly }];
  const { nationalities } = context.file;
  const mixes = (category: "single-adult" | "family"): Timeline<DispositionMix>[] =>
    nationalities.map((name) => {
      const mix = fallback[category].get(name) ?? fallback[category].get("default");
      if (mix)
        return context.timeline(
          mix.map((shares) => [...shares.values()]),
          zone,
        );
      context.error([...path, category], `must have a mix for ${name}, or a default`);
      return children;
    });
  const hours = { ...fallback.hours, hold: fixed(0) };
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
  const hub = bus === undefined ? undefined : context.file.buses?.[bus.name]?.to;
  return {
    bus: bus === undefined ? -1 : context.index(bus),
    hub: context.index(hub ?? new NameIn("sectors", sector)),
    points: [...points].map(([name, travelHours]) => ({
      point: context.index(new NameIn("returnPoints", name)),
      travelHours,
    })),
  };
}
