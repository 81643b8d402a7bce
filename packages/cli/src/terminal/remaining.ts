/** So many units back is the pace looked at: threads hand in several at once. */
const lookBack = 24;
/** Over less time than this, in milliseconds, no pace is known: what is kept from before comes at once. */
const shortest = 2_000;

/** How long something still takes, by the pace of the last units. */
export class Remaining {
  private readonly times: { readonly at: number; readonly done: number }[] = [];

  /** In words, with `done` of `total` units finished at a time in milliseconds; empty while no pace is known, and at the end. */
  words(done: number, total: number, now: number): string {
    this.times.push({ at: now, done });
    if (this.times.length > lookBack) this.times.shift();
    const first = this.times[0] as { readonly at: number; readonly done: number };
    if (now - first.at < shortest || done === first.done || done >= total) return "";
    const seconds = ((total - done) * (now - first.at)) / (done - first.done) / 1000;
    return `, about ${inWords(seconds)} left`;
  }
}

/** To five seconds below a minute, then to ten. */
function inWords(seconds: number): string {
  if (seconds < 57.5) return `${Math.max(5, 5 * Math.round(seconds / 5))} s`;
  const tens = 10 * Math.round(seconds / 10);
  const [minutes, rest] = [Math.floor(tens / 60), tens % 60];
  return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
