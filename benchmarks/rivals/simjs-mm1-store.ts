import { type Prepare, timed } from "../measure/program.ts";
import { queueDraws } from "./queue-draws.ts";
import { Entity, Sim, Store } from "./simjs-library.ts";

/** M/M/1 as a door that puts customers in a store and a server that takes them out. */
export const prepare: Prepare =
  ({ n }) =>
  (replication) =>
    timed(n, () => {
      const draws = queueDraws(1, replication);
      const store = new Store(Number.POSITIVE_INFINITY);
      let served = 0;
      let sum = 0;
      class Door extends Entity {
        arrived = 0;
        start(): void {
          this.setTimer(draws.gap()).done(() => this.arrive());
        }
        arrive(): void {
          this.putStore(store, { since: this.time() });
          if (++this.arrived < n) this.setTimer(draws.gap()).done(() => this.arrive());
        }
      }
      class Server extends Entity {
        start(): void {
          const customer = this.getStore(store);
          customer.done(() => {
            const { since } = customer.msg as { since: number };
            this.setTimer(draws.service()).done(() => {
              sum += this.time() - since;
              served++;
              this.start();
            });
          });
        }
      }
      const sim = new Sim();
      sim.addEntity(Server);
      sim.addEntity(Door);
      sim.simulate(Number.POSITIVE_INFINITY);
      return sum / served;
    });
