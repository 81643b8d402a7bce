import type { BorderParameters } from "../../parameters/border-parameters.ts";
import { everyOf } from "../../parameters/later-settings.ts";

/**
 * Groups hubs into return desks: hubs whose returns can meet under one limit stand in one line, because the limit serves
 * them in order of ready time; so do those that can meet on one date of the period. Returns the desk of each sector as hub, and the limits of each desk.
 */
export function desksByHub(parameters: BorderParameters): {
  readonly deskOf: readonly number[];
  readonly limitsOf: readonly (readonly number[])[];
} {
  const { sectors, returnLimits, returnPoints } = parameters;
  // Nodes: sectors as hubs, then limits. A hub is joined to every limit that a return from it can consume.
  const parent = Array.from({ length: sectors.length + returnLimits.length }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const join = (hub: number, limit: number): void => {
    const [a, b] = [root(hub), root(sectors.length + limit)];
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  returnLimits.forEach(({ from, through }, limit) => {
    sectors.forEach((_, origin) => {
      if (from.length > 0 && !from.includes(origin)) return;
      for (const { hub, points } of everyOf(parameters, "sectors", origin).flatMap(({ pathways }) => pathways)) {
        if (points.some(({ point }) => through.includes(point))) join(hub, limit);
      }
    });
    // Re-entries after a hearing wait in the custody of the sector the point lies in.
    const mayCountAll = everyOf(parameters, "returnLimits", limit).some(({ counts }) => counts === "all");
    if (mayCountAll) for (const point of through) join(returnPoints[point]!.sector, limit);
  });
  const roots = [...new Set(sectors.map((_, hub) => root(hub)))].sort((a, b) => a - b);
  return {
    deskOf: sectors.map((_, hub) => roots.indexOf(root(hub))),
    limitsOf: roots.map((of) =>
      returnLimits.flatMap((_, limit) => (root(sectors.length + limit) === of ? [limit] : [])),
    ),
  };
}
