import { expect, it } from "vitest";
import { foldHelp } from "../src/terminal/fold-help.ts";

const help = `mpp plan <file>

Find the value

Options:
      --target  what is to be met by it  [string]
      --json    print one
  mpp a-long-command <with> <much>  What it does

Examples:
  mpp plan FILE --target 'much longer than any line may be'
`;

it("breaks lines between words, each in its column, and leaves what fits and what is copied", () => {
  // The first line is 45 columns long as a whole, with its remark 47.
  expect(foldHelp(help, 36)).toBe(`mpp plan <file>

Find the value

Options:
      --target  what is to be met by
                it [string]
      --json    print one
  mpp a-long-command <with> <much>
      What it does

Examples:
  mpp plan FILE --target 'much longer than any line may be'
`);
});

it("an exact fit stays as it is, one column less does not; a remark is not torn", () => {
  const line = "  --a  told in words [default: as in the file]";
  expect(foldHelp(line, line.length)).toBe(line);
  expect(foldHelp(line, line.length - 1)).toBe("  --a  told in words\n       [default: as in the file]");
});
