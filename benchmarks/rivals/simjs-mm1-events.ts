import { type Prepare, timed } from "../measure/program.ts";
import { queueDraws } from "./queue-draws.ts";
import { Entity, Sim } from "./simjs-library.ts";

/** M/M/1 by timers, with a line of its own. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => {
      const draws = queueDraws(1, replication);
      const line: number[] = [];
      let arrived = 0;
      let served = 0;
      let sum = 0;
      class Desk extends Entity {
        start(): void {
          this.setTimer(draws.gap()).done(() => this.arrive());
        }
        arrive(): void {
          line[arrived++] = this.time();
          if (arrived - served === 1) this.setTimer(draws.service()).done(() => this.depart());
          if (arrived < n) this.setTimer(draws.gap()).done(() => this.arrive());
        }
        depart(): void {
          sum += this.time() - line[served++]!;
          if (arrived > served) this.setTimer(draws.service()).done(() => this.depart());
        }
      }
      const sim = new Sim();
      sim.addEntity(Desk);
      sim.simulate(Number.POSITIVE_INFINITY);
      return sum / served;
    });
