import { createServer } from "node:net";
import { expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { mpp } from "../src/program.ts";
import { queueAddress, withoutPasswords } from "../src/queue/address.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

it.each<[given: string | undefined, environment: string | undefined, address: string | undefined]>([
  [undefined, undefined, undefined],
  ["redis://host:6379", undefined, "redis://host:6379"],
  [undefined, "rediss://user:pass@host/2", "rediss://user:pass@host/2"],
  // What is given wins.
  ["redis://one", "redis://two", "redis://one"],
  ["off", "redis://two", undefined],
  [undefined, "", undefined],
])("the queue of --queue %s and MPP_QUEUE %s is %s", (given, environment, address) => {
  expect(queueAddress(given, environment === undefined ? {} : { MPP_QUEUE: environment })).toBe(address);
});

it.each([
  ["host:6379", "--queue must be like redis://HOST:PORT, "],
  ["http://user:pass@host", "--queue must be like redis://HOST:PORT, "],
  ["redis://", "--queue must be like redis://HOST:PORT, "],
])("the queue %s is refused", (given, message) => {
  expect(() => queueAddress(given, {})).toThrow(message);
});

it.each([
  [
    "redis://user:secret@host:6379/0 and rediss://:se:c@ret@host",
    "redis://user:***@host:6379/0 and rediss://:***@host",
  ],
  ["redis://host:6379", "redis://host:6379"],
  ['["worker","--queue=redis://u:secret@h"]', '["worker","--queue=redis://u:***@h"]'],
])("no password is shown of %s", (text, shown) => {
  expect(withoutPasswords(text)).toBe(shown);
});

it("where Redis does not answer, one sentence says so, and nothing is written", async () => {
  // It takes a connection and says nothing.
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as { port: number };
  try {
    for (const [at, got] of [
      ["127.0.0.1:1", "ECONNREFUSED"],
      [`127.0.0.1:${port}`, "no answer"],
    ]) {
      const folder = emptyFolder();
      write(folder, { "small.yaml": smallBorder });
      const host = fakeHost(folder, { environment: { MPP_QUEUE: `redis://me:secret@${at}` } });
      for (const args of [["run", "small.yaml"], ["worker"]]) {
        host.printed.err = "";
        expect(await mpp(args, host)).toBe(2);
        expect(host.printed.err).toBe(
          `Redis must answer at redis://me:***@${at} (got ${got}): start it (Debian: apt-get install redis-server), or give another --queue\n`,
        );
      }
      expect(Object.keys(filesOf(folder))).toEqual(["small.yaml"]);
    }
  } finally {
    silent.close();
  }
});

it("a worker must know where, and no usage error shows a password", async () => {
  const host = fakeHost(emptyFolder());
  expect(await mpp(["worker"], host)).toBe(2);
  expect(await mpp(["worker", "--quue", "redis://u:secret@h"], host)).toBe(2);
  expect(await mpp(["worker", "redis://u:secret@h"], host)).toBe(2);
  expect(await mpp(["worker", "--queue", "redis://u:secret@h", "--queue", "redis://u:secret@h"], host)).toBe(2);
  expect(host.printed.err).toMatch(/^--queue must be given, or MPP_QUEUE be set \(got neither\)\n/);
  expect(host.printed.err).not.toContain("secret");
});
