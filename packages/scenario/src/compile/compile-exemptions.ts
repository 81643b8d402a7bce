import { type EligibilityParameters, type ExemptionKind, type ExemptKinds, exemptionKinds } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import type { SectorFile } from "../schema/scenario-schema.ts";
import type { DatedValue } from "../values/dated.ts";
import type { CompileContext } from "./compile-context.ts";
import { datesOf, shareAt, sharesByDate } from "./shares-by-date.ts";

type Kinds = Partial<Record<ExemptionKind, readonly DatedValue<number>[] | undefined>>;

/** Who is exempt: a share of each category, or kinds of reasons; a category without kinds has its share for another reason. */
export function compileExemptions(
  context: CompileContext,
  { kinds, returned, ...exempt }: SectorFile["eligibility"]["exempt"],
  zone: ZoneTable,
  path: readonly PropertyKey[],
): Pick<EligibilityParameters, "exempt" | "exemptKinds"> {
  if (kinds === undefined) {
    if (returned.some(({ value }) => value.length > 0))
      context.error([...path, "returned"], "must name kinds of exemption that are given, under `kinds` (got none)");
    return { exempt: context.timeline(sharesByDate(exempt), zone) };
  }
  const given: readonly Kinds[] = [
    kinds["single-adult"] ?? { other: exempt["single-adult"] },
    kinds.family ?? { other: exempt.family },
  ];
  const dates = datesOf([...given.flatMap((one) => Object.values(one).filter((of) => of !== undefined)), returned]);
  const values = dates.map((from): DatedValue<ExemptKinds> => {
    const notExempt = returned.findLast((entry) => entry.from <= from)?.value ?? [];
    const [adult = [], family = []] = given.map((one) => exemptionKinds.map((kind) => shareAt(one[kind], from)));
    for (const [name, shares] of [
      ["single-adult", adult],
      ["family", family],
    ] as const) {
      if (sum(shares) > 1 + 1e-9) context.error([...path, "kinds", name], "must sum to at most 100 %");
    }
    return {
      from,
      value: {
        share: [adult, family, exemptionKinds.map(() => 0)],
        exempt: exemptionKinds.map((kind) => !notExempt.includes(kind)),
      },
    };
  });
  const totals = values.map(({ from, value: { share, exempt: applies } }) => {
    const [adult, family] = share.map((shares) => sum(shares.filter((_, kind) => applies[kind])));
    return { from, value: [adult ?? 0, family ?? 0, 0] as const };
  });
  return { exempt: context.timeline(totals, zone), exemptKinds: context.timeline(values, zone) };
}

function sum(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}
