import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { missingEngines } from "../../../../scripts/find-engines.mjs";
import { emptyFolder } from "./folder.ts";

const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

function mustBeThere(): void {
  const missing = missingEngines();
  if (missing.length > 0) throw new Error(`tests of clusters need ${missing.join(" and ")}`);
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 1_200; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain until ${what}`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.on("exit", () => resolve());
  });
}

/** Redis of a test, on loopback, with a password, which must appear nowhere. */
export async function startRedis(password: string): Promise<{ readonly address: string; readonly port: number }> {
  mustBeThere();
  const port = await freePort();
  const own = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--requirepass", password];
  const child = spawn("redis-server", own, {
    cwd: emptyFolder(),
    env: environment,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (text) => {
      said += String(text);
      if (said.includes("Ready to accept connections")) resolve();
    });
    child.on("exit", () => reject(new Error(`redis-server ended: ${said}`)));
  });
  onTestFinished(async () => {
    child.kill();
    await ended(child);
  });
  return { address: `redis://:${password}@127.0.0.1:${port}`, port };
}

/** Munge, which Slurm trusts, unless it runs: it stays, as services do. */
async function mungeRuns(): Promise<void> {
  if (spawnSync("munge", ["-n"]).status === 0) return;
  mkdirSync("/run/munge", { recursive: true });
  spawnSync("chown", ["munge:munge", "/run/munge"]);
  const { stderr } = spawnSync("su", ["-s", "/bin/sh", "munge", "-c", "/usr/sbin/munged"], { encoding: "utf8" });
  await until(`munge works (${stderr})`, () => (spawnSync("munge", ["-n"]).status === 0 ? true : undefined));
}

/** Slurm of a test, on loopback, with one node of two cores, which is this machine. It needs root. */
export async function startSlurm(): Promise<{ readonly environment: Record<string, string> }> {
  mustBeThere();
  await mungeRuns();
  const folder = emptyFolder();
  const [node] = hostname().split(".") as [string];
  const conf = path.join(folder, "slurm.conf");
  const here = (name: string): string => path.join(folder, name);
  for (const name of ["spool", "state"]) mkdirSync(here(name));
  writeFileSync(
    conf,
    `ClusterName=test
SlurmctldHost=${node}(127.0.0.1)
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SlurmctldPidFile=${here("slurmctld.pid")}
SlurmdPidFile=${here("slurmd.pid")}
SlurmdSpoolDir=${here("spool")}
StateSaveLocation=${here("state")}
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SchedulerParameters=sched_interval=2,batch_sched_delay=0,sched_min_interval=0
MinJobAge=300
NodeName=${node} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=${node} Default=YES MaxTime=INFINITE State=UP
`,
  );
  const own = { ...environment, SLURM_CONF: conf } as Record<string, string>;
  const daemons = [
    spawn("slurmctld", ["-D"], { env: own, stdio: ["ignore", "ignore", openLog(here("slurmctld.log"))] }),
    spawn("slurmd", ["-D", "-N", node], { env: own, stdio: ["ignore", "ignore", openLog(here("slurmd.log"))] }),
  ];
  onTestFinished(async () => {
    for (const daemon of daemons) daemon.kill();
    await Promise.all(daemons.map(ended));
  });
  try {
    await until("the node is idle", () => {
      const { stdout } = spawnSync("sinfo", ["--noheader", "--format=%t"], { env: own, encoding: "utf8" });
      return stdout?.trim() === "idle" ? true : undefined;
    });
  } catch (error) {
    throw new Error(`${String(error)}\n${["slurmctld.log", "slurmd.log"].map((log) => tailOf(here(log))).join("\n")}`);
  }
  return { environment: own };
}

function openLog(file: string): number {
  writeFileSync(file, "");
  return openSync(file, "a");
}

function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").slice(-2_000) : "";
}
