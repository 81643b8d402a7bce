/** A ring twice as long, with what the full one holds from `first` on; lengths are powers of two. */
export function longerRing(ring: Float64Array<ArrayBuffer>, first: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * ring.length);
  for (let i = first; i < first + ring.length; i++) longer[i & (longer.length - 1)] = ring[i & (ring.length - 1)]!;
  return longer;
}
