/** What tests with real engines need: Redis for the queue, Slurm for array jobs. */
import { delimiter, isAbsolute, join } from "node:path";
import { isExecutable } from "./is-executable.mjs";

/** Programs by engine, and how to get them. */
const engines = {
  Redis: { programs: ["redis-server"], install: "redis-server" },
  Slurm: {
    programs: ["slurmctld", "slurmd", "sbatch", "squeue", "munged"],
    install: "slurmctld slurmd slurm-client munge",
  },
};

/**
 * Engines that are not there, each with what installs it.
 * @param {string | undefined} [path] folders that are looked through; sbin too, where Debian has servers
 * @returns {string[]}
 */
export function missingEngines(path = process.env.PATH) {
  const folders = [...(path ?? "").split(delimiter).filter(isAbsolute), "/usr/sbin"];
  const isThere = (/** @type {string} */ program) => folders.some((folder) => isExecutable(join(folder, program)));
  return Object.entries(engines)
    .filter(([, { programs }]) => !programs.every(isThere))
    .map(([name, { install }]) => `${name} (Debian: apt-get install --no-install-recommends ${install})`);
}
