import type { RunRequest } from "../../src/run/run-request.ts";

/** What is asked of a run unless a test says otherwise. */
export const asked: RunRequest = {
  file: "small.yaml",
  variant: [],
  set: [],
  from: undefined,
  until: "2018-10-02",
  seed: "a",
  replications: 4,
  out: "out",
  json: false,
  quiet: false,
  progress: false,
  workers: 1,
  answer: true,
  resume: false,
  fresh: false,
  color: true,
};
