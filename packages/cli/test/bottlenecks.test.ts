import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { rowsOf, studied } from "./support/study.ts";

const args = ["bottlenecks", "small.yaml", "--until", "2018-10-03", "--workers", "1", "--replications", "2"];
// Ten places a day are the limit that counts: with more of them more are returned.
const tight = smallBorder.replace("limit: 20/day", "limit: 2/day");

describe("bottlenecks", () => {
  it("tells what one more of each capacity changes, alone and in pairs, beside the waits", async () => {
    const { out, files, manifest } = await studied(["worth.csv", "worth.svg"], args, tight);
    const document = JSON.parse(files["study.json"] as string);
    // Seven capacities, and the best four of them in pairs, with those of one place.
    expect(document.worth).toHaveLength(7);
    expect(document.pairs.length).toBeGreaterThanOrEqual(6);
    expect(document.intervalsOver).toBe(document.worth.length + document.pairs.length);
    const limit = document.worth.find(({ more }: { more: string }) => more === "ten places a day, El Paso");
    expect(limit.set).toEqual([{ path: "returnLimits.el-paso.limit", value: "12/day" }]);
    const [, returned] = limit.differences;
    expect([returned.name, returned.n, returned.mean > 0]).toEqual(["system.returned.first", 2, true]);
    // A hearing room more moves nobody in three days: an interval of no width, and a word on how much that leaves open.
    const room = document.worth.find(({ more }: { more: string }) => more === "a hearing room, El Paso");
    expect(room.differences[1]).toMatchObject({ mean: 0, min: 0, max: 0 });
    expect(out).toContain(
      "0 ± 0 is the same in each of the 2 replications. At 95 % that leaves room for a change in 78 %",
    );
    expect(document.waits.map(({ constraint }: { constraint: string }) => constraint)).toContain("limit");
    expect(out).toMatch(/One more\n[\s\S]*Two at once\n[\s\S]*Person-hours waited, as things are\n/);
    const rows = rowsOf(files["worth.csv"] as string);
    expect(rows).toHaveLength(3 * document.intervalsOver);
    expect(manifest.command).toBe("bottlenecks");
    expect(files["worth.svg"]).toContain("Change of returned");
  });
});
