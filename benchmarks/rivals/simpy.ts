import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Prepare } from "../measure/program.ts";

/** The first Python of this machine that has SimPy: the one of the path, or the system's, to which packages of the system belong. */
export function pythonWithSimPy(): string | undefined {
  return ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, ["-c", "import simpy"]).status === 0);
}

/** SimPy in a process of Python, which times itself. Its random numbers are its own. */
export const prepare: Prepare = ({ n, root, servers = 1, shape = "customer" }) => {
  const python = pythonWithSimPy();
  if (python === undefined) throw new Error("python3 must have the module simpy, got none that has");
  return (replication) => {
    const file = join(root, "benchmarks/rivals/queue.py");
    const options = [file, shape, `${servers}`, `${n}`, `${replication}`];
    const { stdout, status, stderr } = spawnSync(python, options, { encoding: "utf8" });
    if (status !== 0) throw new Error(`SimPy must run, got ${stderr}`);
    const [seconds, result] = stdout.split(" ").map(Number) as [number, number];
    return { work: n, seconds, result };
  };
};
