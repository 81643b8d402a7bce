/** What others may wait for, each at a place that is named by its index. */
export const signal = {
  /** Somebody has left the custody of a sector. */
  room: 0,
  /** There may be beds in a city. */
  bed: 1,
  /** A return limit has changed. */
  limit: 2,
  /** What any return through a point may depend on has changed. */
  point: 3,
} as const;

export type Signal = (typeof signal)[keyof typeof signal];

/** Tells those who wait for something that it has changed, without knowing them. */
export class Signals {
  private readonly acts: readonly ((place: number) => void)[][] = Object.values(signal).map(() => []);

  /** Has `act` called whenever this is said, after all that were named before it. */
  on(what: Signal, act: (place: number) => void): void {
    this.acts[what]!.push(act);
  }

  say(what: Signal, place: number): void {
    for (const act of this.acts[what]!) act(place);
  }
}
