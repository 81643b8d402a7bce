/**
 * A thread in place of that of the program: replication 1 exceeds a limit, and under the last policies the other fails.
 * @param {readonly { policy: number, replication: number }[]} units
 */
export default function runUnits(units) {
  return units.map(({ policy, replication }) => {
    if (replication === 1) return { result: { replication, status: "truncated", message: "too many events" } };
    if (policy > 8) return { error: new Error("out of luck") };
    const rows = { measures: new Float64Array(1), daily: new Float64Array(1), blocked: new Float64Array(1) };
    return { result: { replication, status: "complete", message: "", fingerprint: "0", events: 1, ...rows } };
  });
}
