import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { always, type Extensions, Screens, simulateBorder, WrittenOrder } from "../src/index.ts";
import { elPaso, measured, noon } from "./extension-border.ts";
import { child, familyOf, group, single } from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { run } from "./run.ts";

describe("the rules of the model itself", () => {
  it("are those that a run without rules from outside has, to the byte", () => {
    const own: Extensions = {
      routing: (ground) => new WrittenOrder(ground),
      disposition: (ground) => new Screens(ground),
      places: [],
    };
    fc.assert(
      fc.property(knobs, (given) => {
        const parameters = randomBorder(given);
        const options = { seed: "test", replication: 0 };
        expect(simulateBorder(parameters, { ...options, extensions: own })).toEqual(
          simulateBorder(parameters, options),
        );
      }),
      { seed: 20191122, numRuns: 5 },
    );
  });
});

describe("a routing rule from outside", () => {
  const order =
    (...pathways: readonly number[]): NonNullable<Extensions["routing"]> =>
    () => ({ order: () => pathways });

  it("orders the ways: of two that are open the first by the rule is taken", () => {
    expect(measured(elPaso(), {})("port.paso-del-norte.returned.first")).toBe(10);
    expect(measured(elPaso(), { routing: order(1, 0) })("port.zaragoza.returned.first")).toBe(10);
  });

  it("does not open one that is closed", () => {
    const parameters = elPaso();
    const closed = parameters.returnPoints.map((point, index) => ({ ...point, open: always(index === 0) }));
    const measure = measured({ ...parameters, returnPoints: closed }, { routing: order(1, 0) });
    expect(measure("port.paso-del-norte.returned.first")).toBe(10);
  });

  it("closes those that it leaves out", () => {
    expect(measured(elPaso(), { routing: order() })("sector.el-paso.released.cause.no-pathway")).toBe(10);
  });

  it("may not name one that there is not", () => {
    expect(() => run(elPaso(), { extensions: { routing: order(2) } })).toThrow(
      "pathway must be one of 2 of its sector, counted from 0, got 2",
    );
  });

  it("sees who queues", () => {
    const seen: number[] = [];
    const routing: NonNullable<Extensions["routing"]> = (_, queues) => ({
      order: () => {
        seen.push(queues.hub(0));
        return [0];
      },
    });
    const shut = elPaso({}, [single(), familyOf(3), single()]).returnPoints.map((point) => ({
      ...point,
      hours: { days: 0b1111111, from: 8, to: 9 },
    }));
    const parameters = { ...elPaso(), returnPoints: shut };
    const after = group(noon + 1, 0, [single()]);
    run({ ...parameters, scripted: [group(noon, 0, [single(), familyOf(3)]), after] }, { extensions: { routing } });
    expect(seen).toEqual([0, 0, 4]);
  });
});

describe("a disposition rule from outside", () => {
  it.each(["nonsense", undefined])("may not decide %s", (decision) => {
    // A rule from outside may be plain JavaScript, which nobody has checked.
    const disposition = () => ({ decide: () => decision as never });
    expect(() => run(elPaso(), { extensions: { disposition } })).toThrow(
      new RegExp(`decision must be one of return, nationality, .*, time-limit, got ${decision}$`),
    );
  });

  it("decides about everyone but children alone, with a cause that is counted", () => {
    const asked: number[] = [];
    const disposition: NonNullable<Extensions["disposition"]> = ({ cases }) => ({
      decide: (row) => {
        asked.push(cases.size[row]!);
        return cases.size[row]! > 2 ? "exempt" : "return";
      },
    });
    const people = [single(), familyOf(3), single({ category: child }), familyOf(2)];
    const measure = measured(elPaso({}, people), { disposition });
    expect(asked).toEqual([1, 3, 2]);
    expect(measure("sector.el-paso.returned.first")).toBe(3);
    expect(measure("sector.el-paso.released.cause.exempt")).toBe(3);
    expect(measure("system.exits.transfer")).toBe(1);
  });

  it("can lie over the screens of the model", () => {
    const disposition: NonNullable<Extensions["disposition"]> = (ground) => {
      const screens = new Screens(ground);
      return { decide: (row) => (ground.simulation.now < noon ? "discretion" : screens.decide(row)) };
    };
    const measure = measured(elPaso({}, [single(), single({ nationality: 1 })]), { disposition });
    expect(measure("sector.el-paso.released.cause.nationality")).toBe(1);
    expect(measure("sector.el-paso.returned.first")).toBe(1);
  });
});
