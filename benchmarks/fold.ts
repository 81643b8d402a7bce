/**
 * `npm run -s bench:fold [-- --replications N]`: what memory a summary takes when its replications lie in files, 10,000 unless told, each as
 * large as one of the Tucson scenario. One is simulated; the others are that one with other figures. They are kept, folded, and written as
 * `summary.json` and `replications.csv`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { describeBorder, type ReplicationResult, simulateBorder } from "@mpp-sim/border";
import { runReplicationsPausing, stored, type Unit } from "@mpp-sim/experiment";
import { RecordStore } from "@mpp-sim/experiment/node";
import { replicationsCsv, summaryJson } from "@mpp-sim/report";
import { openScenario } from "@mpp-sim/scenario/node";
import { writeWhole } from "../packages/cli/src/run-directory/write-whole.ts";

const { values } = parseArgs({
  options: { root: { type: "string", default: "." }, replications: { type: "string", default: "10000" } },
});
const replications = Number(values.replications);
const folder = mkdtempSync(path.join(tmpdir(), "mpp-fold-"));
const megabytes = (): string => (process.resourceUsage().maxRSS / 1000).toFixed(0);
const seconds = (): string => (performance.now() / 1000).toFixed(1);
try {
  const { parameters } = openScenario(path.join(values.root, "scenarios/tucson-el-paso-bus.yaml"));
  const catalogue = describeBorder(parameters);
  const one = simulateBorder(parameters, { seed: "fold", replication: 0 });
  const balanced = new Set(
    [...catalogue.measures.entries()].flatMap(([row, { unit }]) => (unit === "persons" ? [row] : [])),
  );
  const other = (replication: number): ReplicationResult => ({
    ...one,
    replication,
    measures: one.measures.map((value, row) => (balanced.has(row) ? value + (value === 0 ? 0 : replication) : value)),
    daily: one.daily.map((value) => value * (1 + (replication % 100) / 100)),
  });
  const store = new RecordStore(path.join(folder, "records"));
  const labelOf = ({ replication }: Unit) => ({ address: replication.toString(16).padStart(6, "0"), catalogue: "c" });
  const records = {
    read: () => undefined,
    write(unit: Unit, result: ReplicationResult) {
      store.write(result, labelOf(unit));
      return store.readLater(labelOf(unit)) ?? result;
    },
  };
  console.log(
    `${catalogue.measures.length} measures, ${one.daily.length} daily figures, ${one.blocked.length} of waits`,
  );
  console.log(`simulated once   ${megabytes()} MB, after ${seconds()} s`);
  const result = await runReplicationsPausing({
    parameters,
    catalogue,
    seed: "fold",
    replications,
    simulate: (_, { replication }) => other(replication),
    executor: (own) => stored(records, own),
  });
  if (result.status !== "complete") throw new Error(result.reason);
  console.log(`${result.replicationsDone} folded     ${megabytes()} MB, after ${seconds()} s`);
  writeWhole(path.join(folder, "run"), function* () {
    yield ["summary.json", summaryJson(result)];
    yield ["replications.csv", replicationsCsv(result)];
  });
  console.log(`and written      ${megabytes()} MB, after ${seconds()} s (aim: below 400 MB)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
