/** What the benchmarks use of simjs 2.0.3. */
declare module "simjs" {
  class Request {
    done(callback: () => void): Request;
  }
  class Facility {
    constructor(name: string, discipline: number, servers: number);
    static readonly FCFS: number;
  }
  class Store {
    constructor(capacity: number, name?: string);
  }
  class Entity {
    time(): number;
    setTimer(delay: number): Request;
    useFacility(facility: Facility, duration: number): Request;
    putStore(store: Store, item: object): Request;
    getStore(store: Store): Request & { readonly msg: unknown };
  }
  class Sim {
    addEntity(entity: new () => Entity): Entity;
    simulate(until: number): boolean;
  }
}
