/** Names of the event types and parts of a model, in order, one a line. Two models of one manifest can read each other's state. */
export function manifestOf(eventTypes: readonly string[], parts: Iterable<string>): string {
  const lines = eventTypes.map((name) => `event type ${JSON.stringify(name)}`);
  for (const name of parts) lines.push(`part ${JSON.stringify(name)}`);
  return lines.join("\n");
}

/** @throws RangeError that says where two manifests begin to differ */
export function mustBeSameModel(manifest: string, saved: string): void {
  if (manifest === saved) return;
  const [here, there] = [manifest.split("\n"), saved.split("\n")];
  let at = 0;
  while (here[at] === there[at]) at++;
  const got = there[at] ?? "no more";
  throw new RangeError(`state must be of this model, got ${got} where the model has ${here[at] ?? "no more"}`);
}
