/**
 * Arc tangent in radians, from + - * / and square roots only, so that every machine gives the same bits.
 * The argument is halved in angle until it is small (atan x = 2 atan(x / (1 + sqrt(1 + x²)))), then the Taylor series is summed.
 */
export function arcTangent(x: number): number {
  if (x < 0) return -arcTangent(-x);
  if (x > 1) return Math.PI / 2 - arcTangent(1 / x);
  let argument = x;
  let factor = 1;
  while (argument > 0.1) {
    argument /= 1 + Math.sqrt(1 + argument * argument);
    factor *= 2;
  }
  const square = argument * argument;
  let sum = 0;
  // Below 0.1 the term after x^19/19 is smaller than half a unit in the last place.
  for (let odd = 19; odd >= 1; odd -= 2) sum = 1 / odd - square * sum;
  return factor * argument * sum;
}
