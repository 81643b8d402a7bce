/** Mean time in the system of M/M/c, started empty or not: the wait by Erlang's formula C and a service. */
export function meanSojourn(arrivalRate: number, serviceRate: number, servers: number): number {
  const load = arrivalRate / serviceRate;
  // Erlang B by its recursion, then C from B.
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  const waiting = blocked / (1 - (load / servers) * (1 - blocked));
  return waiting / (servers * serviceRate - arrivalRate) + 1 / serviceRate;
}
