import { describe, expect, it } from "vitest";
import {
  Batch,
  CapacitySchedule,
  Container,
  Histogram,
  isOpen,
  Limit,
  mser,
  nextClosing,
  nextOpening,
  type Process,
  Resource,
  Simulation,
  Station,
  Store,
  shifts,
} from "../src/index.ts";
import { aStory } from "./support/story.ts";
import { denver, utc } from "./support/zones.ts";

// Each at its edge: one who just fits, one too many, and what comes at the very instant.

describe("a resource", () => {
  it("gives its last unit, and not one more", () => {
    const desk = new Resource(new Simulation({ seed: "fit" }), "desk", 3);
    expect([desk.tryTake(2), desk.tryTake(2), desk.tryTake(1), desk.tryTake(1)]).toEqual([true, false, true, false]);
    expect([desk.inUse, desk.free]).toEqual([3, 0]);
    expect(() => desk.release(4)).toThrow(new RangeError("amount must be at most the 3 in use, got 4"));
    desk.release(3);
    expect(desk.free).toBe(3);
  });

  it("has as many wait as do not balk, and not one more", () => {
    const { simulation } = aStory();
    const desk = new Resource(simulation, "desk", 1, { balks: 2 });
    const served = simulation.eventType("served", () => {});
    const handles = [0, 1, 2, 3].map((subject) => desk.request(served, subject));
    expect(handles.map((handle) => handle !== 0)).toEqual([true, true, true, false]);
    expect([desk.line.length, desk.balked]).toEqual([2, 1]);
  });

  it("serves who comes at the instant at which a unit comes back, and the first of two who come at one instant", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 1);
    function* customer(name: string, comes: number): Process {
      yield simulation.hold(comes);
      yield desk.acquire();
      note(`${name} begins`);
      yield simulation.hold(5);
      desk.release();
    }
    for (const [name, comes] of [
      ["a", 0],
      ["b", 5],
      ["c", 5],
    ] as const)
      simulation.spawn(customer(name, comes));
    simulation.run();
    expect(log).toEqual(["0 a begins", "5 b begins", "10 c begins"]);
  });

  it("best fit takes the largest that fits to the last unit, and of two as large the first", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 4, { honour: "best-fit" });
    const served = simulation.eventType("served", (amount) => note(`${amount}`));
    desk.tryTake(4);
    for (const [subject, amount] of [
      [5, 5],
      [31, 3],
      [4, 4],
      [32, 3],
    ] as const)
      desk.request(served, subject, amount);
    desk.release(4);
    simulation.run(1);
    expect(log).toEqual(["0 4"]);
    desk.release(3);
    simulation.run(2);
    expect(log).toEqual(["0 4", "1 31"]);
  });
});

describe("a station", () => {
  it("does work that just fits, and stops none that ends at the very instant of a higher priority", () => {
    const { simulation, log, note } = aStory();
    const desk = new Station(simulation, "desk", 2, { preemptive: true });
    const done = simulation.eventType("done", (subject) => note(`${subject}`));
    const comes = simulation.eventType("comes", (subject) => desk.request(done, subject, 3, 2, 1));
    desk.request(done, 1, 5, 2);
    expect([desk.inUse, desk.free]).toEqual([2, 0]);
    simulation.schedule(5, comes, 2);
    simulation.run();
    expect(log).toEqual(["5 1", "8 2"]);
    expect(desk.stopped).toBe(0);
  });

  it("stops at the end of a shift what is beyond the capacity, and not what just fits", () => {
    const { simulation } = aStory();
    const desk = new Station(simulation, "desk", 3);
    const done = simulation.eventType("done", () => {});
    for (let subject = 0; subject < 3; subject++) desk.request(done, subject, 10);
    desk.setCapacity(3, "stop");
    expect([desk.stopped, desk.inUse]).toEqual([0, 3]);
    desk.setCapacity(2, "stop");
    expect([desk.stopped, desk.inUse]).toEqual([1, 2]);
  });
});

describe("a container and a store", () => {
  it("give all there is and take until they are full, and no more", () => {
    const tank = new Container(new Simulation({ seed: "fit" }), "tank", { capacity: 10, level: 4 });
    expect([tank.tryGet(5), tank.tryGet(4), tank.level]).toEqual([false, true, 0]);
    expect([tank.tryPut(11 - 1), tank.level, tank.tryPut(1)]).toEqual([true, 10, false]);
    const shelf = new Store(new Simulation({ seed: "fit" }), "shelf", { capacity: 2 });
    expect([shelf.tryPut(1), shelf.tryPut(2), shelf.tryPut(3), shelf.length]).toEqual([true, true, false, 2]);
    expect([shelf.tryGet(), shelf.tryGet(), shelf.tryGet()]).toEqual([1, 2, undefined]);
  });

  it("refuse an amount of more than the capacity, and take one as large", () => {
    const { simulation, log, note } = aStory();
    const tank = new Container(simulation, "tank", { capacity: 10, level: 0 });
    const done = simulation.eventType("done", (subject) => note(`${subject}`));
    expect(() => tank.requestPut(done, 1, 10.5)).toThrow(RangeError);
    expect(() => tank.requestPut(done, 1, 0)).toThrow(RangeError);
    tank.requestPut(done, 2, 10);
    simulation.run(1);
    expect([...log, tank.level]).toEqual(["0 2", 10]);
  });
});

describe("a batch", () => {
  it("takes a group as large as its seats, refuses one larger, and departs with its minimum load", () => {
    const { simulation } = aStory();
    const loads: number[] = [];
    const bus = new Batch(simulation, "bus", { seats: 4, minimumLoad: 3, departs: (load) => loads.push(load) });
    const goes = simulation.eventType("goes", () => {});
    expect(() => bus.request(goes, 0, 5)).toThrow(new RangeError("size must be at most the 4 seats, got 5"));
    bus.request(goes, 0, 4);
    bus.request(goes, 1, 2);
    expect(loads).toEqual([4]);
    bus.request(goes, 2, 1);
    expect(loads).toEqual([4, 3]);
  });

  it("by a timetable goes with its minimum load at the instant, not with one less", () => {
    const loads = (persons: number): number[] => {
      const { simulation } = aStory();
      const found: number[] = [];
      const bus = new Batch(simulation, "bus", {
        seats: 9,
        timetable: [8],
        minimumLoad: 3,
        departs: (load) => found.push(load),
      });
      const goes = simulation.eventType("goes", () => {});
      const comes = simulation.eventType("comes", (subject) => bus.request(goes, subject, persons));
      simulation.schedule(7, comes, 0);
      simulation.run(20);
      return found;
    };
    expect([loads(3), loads(2)]).toEqual([[3], []]);
  });
});

describe("a capacity by the clock", () => {
  it("is in force at its instant before all else, so that who comes then is served by it", () => {
    const { simulation, log, note } = aStory();
    const desk = new Resource(simulation, "desk", 0);
    const comes = simulation.eventType("comes", () => note(`${desk.capacity}`));
    for (const time of [7.5, 8, 17, 24, 32]) simulation.schedule(time, comes, 0);
    const day = shifts(
      [
        [0, 0],
        [8, 2],
        [17, 1],
      ],
      24,
    );
    new CapacitySchedule(simulation, "desk", desk, day);
    simulation.run(40);
    expect(log).toEqual(["7.5 0", "8 2", "17 1", "24 0", "32 2"]);
    expect([0, 7.99, 8, 16.99, 17, 24, 32].map((time) => day.capacityOf(day.stepAt(time)))).toEqual([
      0, 0, 2, 2, 1, 0, 2,
    ]);
  });
});

describe("a limit of the day", () => {
  it("gives its last place, and takes back as many as were taken", () => {
    const limit = new Limit("port", denver(), 5);
    limit.take(10, 3);
    expect(() => limit.take(10, 3)).toThrow(RangeError);
    limit.take(10, 2);
    expect([limit.roomOn(10), limit.usedOn(10), limit.roomOn(11)]).toEqual([0, 5, 5]);
    expect(() => limit.giveBack(10, 6)).toThrow(RangeError);
    limit.giveBack(10, 5);
    expect(limit.usedOn(10)).toBe(0);
  });

  it("is of the date that begins at local midnight", () => {
    // Denver in July is six hours behind.
    const { calendar } = new Limit("port", denver(), 5);
    const midnight = utc("2019-07-10", 6);
    expect(calendar.dayOf(midnight) - calendar.dayOf(midnight - 1 / 60)).toBe(1);
    expect(calendar.midnight(calendar.dayOf(midnight))).toBe(midnight);
  });
});

describe("opening hours", () => {
  const hours = { days: 0b1111111, from: 8, to: 16 };
  const open = utc("2019-07-10", 14);

  it("begin at their first instant and end before their last", () => {
    const calendar = denver();
    expect([open - 1e-6, open, open + 8 - 1e-6, open + 8].map((time) => isOpen(hours, calendar, time))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(nextOpening(hours, calendar, open)).toBe(open);
    expect(nextOpening(hours, calendar, open + 8)).toBe(open + 24);
    expect(nextClosing(hours, calendar, open)).toBe(open + 8);
    expect(() => nextClosing(hours, calendar, open + 8)).toThrow(RangeError);
  });

  it("of a whole day do not end at midnight, and those until midnight do", () => {
    const calendar = denver();
    const midnight = open - 8;
    expect(nextClosing({ days: 0b1111111, from: 0, to: 24 }, calendar, midnight)).toBe(Number.POSITIVE_INFINITY);
    // Wednesday alone.
    expect(nextClosing({ days: 0b0000100, from: 0, to: 24 }, calendar, midnight)).toBe(midnight + 24);
    expect(nextClosing({ days: 0b1111111, from: 8, to: 24 }, calendar, open)).toBe(midnight + 24);
  });
});

describe("statistics", () => {
  it("a value at the edge of a bin belongs to the bin below it, and is not above it", () => {
    const histogram = new Histogram(0.25);
    histogram.add(0.5);
    histogram.add(0.5 + 2 ** -20);
    expect([histogram.quantile(0.5), histogram.quantile(0.51), histogram.shareAbove(0.5)]).toEqual([0.5, 0.75, 0.5]);
    expect(histogram.shareAbove(0.25)).toBe(1);
  });

  it("of starts of which each is as good the warm-up ends at the first", () => {
    expect(mser([7, 7, 7, 7, 7, 7, 7, 7], 1)).toEqual({ discard: 0, statistic: 0, isLongEnough: true });
    // The first is off; of the others, all alike, the second is the first.
    expect(mser([9, 7, 7, 7, 7, 7, 7, 7], 1)).toEqual({ discard: 1, statistic: 0, isLongEnough: true });
    // Four averages are enough, three are not.
    expect(() => mser([7, 7, 7], 1)).toThrow(RangeError);
    expect(mser([7, 7, 7, 7], 1).discard).toBe(0);
  });
});

describe("events of one instant", () => {
  it("fire by priority, then in the order in which they were scheduled; a run until an instant ends before it", () => {
    const { simulation, log, note } = aStory();
    const happens = simulation.eventType("happens", (subject) => note(`${subject}`));
    simulation.schedule(5, happens, 1);
    simulation.schedule(5, happens, 2, 1);
    simulation.schedule(5, happens, 3);
    simulation.schedule(5, happens, 4, 1);
    simulation.run(5);
    const before = [...log];
    simulation.run(6);
    expect([before, log]).toEqual([[], ["5 2", "5 4", "5 1", "5 3"]]);
  });
});
