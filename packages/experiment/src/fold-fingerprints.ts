/**
 * One fingerprint for a run: 64 bit FNV-1a over the fingerprints of its replications in the order of their index
 * (Fowler, Noll, Vo 1991), as 16 hexadecimal digits. Two runs with the same one fired the same events.
 */
export function foldFingerprints(
  replications: readonly { readonly replication: number; readonly fingerprint: string }[],
): string {
  let hash = 0xcbf29ce484222325n;
  for (const { replication, fingerprint } of replications) {
    const text = `${replication}:${fingerprint}\n`;
    for (let index = 0; index < text.length; index++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, "0");
}
