import path from "node:path";
import { expect, it } from "vitest";
import { tellWhy } from "../src/tell-why.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, scenarios } from "./support/folder.ts";

const asked = {
  file: path.join(scenarios, "tucson-no-bus.yaml"),
  set: [],
  from: undefined,
  until: "2019-11-23",
  case: undefined,
  released: "nationality",
  sector: undefined,
  replication: 0,
  variant: undefined,
  seed: "why",
} as const;

/** The first sentences told. */
async function told(change: Partial<Parameters<typeof tellWhy>[0]>): Promise<string> {
  const host = fakeHost(emptyFolder());
  await tellWhy({ ...asked, ...change }, host);
  return host.printed.out;
}

it("tells of the first released for a cause in one sector", async () => {
  expect(await told({ sector: "tucson" })).toContain("Tucson");
  expect(await told({ sector: "el-paso" })).toContain("El Paso");
});

it("says which sectors there are, and when nobody of one is released for the cause", async () => {
  await expect(told({ sector: "tuscon" })).rejects.toThrow(
    /^--sector must be one of big-bend, del-rio, .*, tucson, yuma \(got tuscon\)$/,
  );
  await expect(told({ sector: "yuma", released: "no-seat" })).rejects.toThrow(
    /^nobody of yuma is released for no-seat in replication 0: it has \d+ cases$/,
  );
});
