/** Runs that use the machine: threads, and a store of finished replications. */
export { type Job, type JobPolicy, loadAgain, playing, recording } from "./job.ts";
export { RecordStore, sealed, unsealed } from "./record-store.ts";
export { inThisThread, type Threads, threads, workersThatPay } from "./threads.ts";
export { addressesOf, catalogueHash, type Deciding, scenarioHash, streamScheme } from "./unit-address.ts";
