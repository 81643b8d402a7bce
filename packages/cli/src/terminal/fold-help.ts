import { wrap } from "@mpp-sim/report";

/**
 * The help of the parser, of which each line is whole, in lines of at most `width` characters, broken between words: what is said of an
 * option stays in its column, where there is room for one. Examples stay whole, so that they can be copied.
 */
export function foldHelp(help: string, width: number): string {
  const [said = "", ...examples] = help.split(/^(?=Examples:$)/m);
  const lines = said.split("\n").flatMap((line) => (line.length > width ? folded(line, width) : [line]));
  return [lines.join("\n"), ...examples].join("");
}

function folded(line: string, width: number): readonly string[] {
  const [, column = "", text = line] = /^( +\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  // A short remark in brackets, as [default: false], is not torn.
  const whole = text.replace(/\[[^\]]{1,30}\]/g, (remark) => remark.replaceAll(" ", "\u00a0"));
  if (column.length <= width / 2) return wrap(whole, width, " ".repeat(column.length), column);
  return [column.trimEnd(), ...wrap(whole, width, " ".repeat(6))];
}
