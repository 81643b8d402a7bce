import { Entity, Queue, Simulation } from "simscript";
import { type Prepare, stopwatch } from "../measure/program.ts";
import { queueDraws } from "./queue-draws.ts";

/** M/M/c with an asynchronous script for each customer. */
export const prepare: Prepare = ({ n, servers = 1 }) => {
  return async (replication) => {
    const draws = queueDraws(servers, replication);
    const desk = new Queue("desk", servers);
    let served = 0;
    let sum = 0;
    class Customer extends Entity {
      override async script(): Promise<void> {
        const since = this.simulation.timeNow;
        await this.enterQueue(desk);
        await this.delay(draws.service());
        this.leaveQueue(desk);
        sum += this.simulation.timeNow - since;
        served++;
      }
    }
    class Door extends Entity {
      override async script(): Promise<void> {
        for (let arrived = 0; arrived < n; arrived++) {
          await this.delay(draws.gap());
          this.simulation.activate(new Customer());
        }
      }
    }
    const simulation = new Simulation();
    // It would stop for the screen now and then; there is none.
    simulation.yieldInterval = Number.POSITIVE_INFINITY;
    const seconds = stopwatch();
    const finished = new Promise<void>((resolve) => simulation.finished.addEventListener(() => resolve()));
    simulation.activate(new Door());
    // Events are there already, so this start does not reset them.
    void simulation.start();
    await finished;
    return { work: n, seconds: seconds(), result: sum / served };
  };
};
