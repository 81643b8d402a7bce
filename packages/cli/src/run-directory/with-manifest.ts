import { createHash, type Hash } from "node:crypto";
import { type HashedFile, manifestFile, sha256 } from "./manifest.ts";
import type { Content } from "./write-whole.ts";

/**
 * Files of a run directory, and its manifest after them, which has their hashes. What is long is made and hashed while it is written, so each is
 * to be written before the next is asked for.
 */
export function* withManifest(
  files: Iterable<readonly [name: string, content: Content]>,
  manifest: (outputs: readonly HashedFile[]) => string,
): Generator<readonly [name: string, content: Content], void, void> {
  const outputs: HashedFile[] = [];
  for (const [file, content] of files) {
    if (typeof content === "string") {
      outputs.push({ file, sha256: sha256(content) });
      yield [file, content];
    } else {
      const hash = createHash("sha256");
      yield [file, passing(content, hash)];
      outputs.push({ file, sha256: hash.digest("hex") });
    }
  }
  yield [manifestFile, manifest(outputs)];
}

function* passing(pieces: Iterable<string>, hash: Hash): Generator<string, void, void> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
