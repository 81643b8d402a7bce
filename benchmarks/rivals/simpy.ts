import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Prepare } from "../measure/program.ts";

/** SimPy in a process of Python, which times itself. Its random numbers are its own. */
export const prepare: Prepare =
  ({ n, root, servers = 1, shape = "customer" }) =>
  (replication) => {
    const file = join(root, "benchmarks/rivals/queue.py");
    const options = [file, shape, `${servers}`, `${n}`, `${replication}`];
    const { stdout, status, stderr } = spawnSync("python3", options, { encoding: "utf8" });
    if (status !== 0) throw new Error(`SimPy must run, got ${stderr}`);
    const [seconds, result] = stdout.split(" ").map(Number) as [number, number];
    return { work: n, seconds, result };
  };

/** Whether this machine's Python has SimPy. */
export function hasSimPy(): boolean {
  return spawnSync("python3", ["-c", "import simpy"]).status === 0;
}
