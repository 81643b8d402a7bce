import type { Ground } from "../ground.ts";
import type { Flow } from "./step.ts";

/** What stands on the ground and asks the flow for what comes next. */
export abstract class Part {
  protected readonly ground: Ground;
  protected readonly flow: Flow;

  constructor(ground: Ground, flow: Flow) {
    this.ground = ground;
    this.flow = flow;
  }
}
