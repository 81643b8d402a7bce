import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { FileRead, ScenarioReader } from "../scenario-reader.ts";
import { didYouMean } from "../text/nearest.ts";
import { missing, problemOf, Refusal, systemCode } from "./problem-of.ts";

const megabyte = 1024 * 1024;

interface Kind {
  readonly bytes: number;
  readonly shown: string;
  readonly table: boolean;
}

const scenarioFile: Kind = { bytes: megabyte, shown: "1 MB", table: false };
const tableFile: Kind = { bytes: 16 * megabyte, shown: "16 MB", table: true };

/** Kinds of files a scenario is made of. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  [".yaml", scenarioFile],
  [".yml", scenarioFile],
  [".csv", tableFile],
]);

/**
 * Reads the files of one scenario from disk. The first is named by the user; whatever it refers to must lie in its folder tree,
 * after links are followed: below the nearest folder upwards that holds `scenario.schema.json`, or below its own. Scenarios are text of at
 * most 1 MB, tables of at most 16. It remembers the hash of what was read.
 */
export class NodeReader implements ScenarioReader {
  private readonly cwd: string;
  /** The top of the scenario's tree as named, and as it really is. */
  private folder = "";
  private realFolder = "";
  private readonly digests = new Map<string, string>();

  /** Names that are not absolute start in the folder `cwd`: that of the process unless given. */
  constructor(cwd = ".") {
    this.cwd = cwd;
  }

  /** The folder at the top of the scenario's tree, absolute; the current one before anything was read. */
  get tree(): string {
    return path.resolve(this.cwd, this.folder);
  }

  /** The text of a file, or why it is not taken. Names are given with slashes, as they are shown. */
  read(reference: string, from?: string): FileRead {
    const written = path.sep === "\\" ? reference.replaceAll("\\", "/") : reference;
    const beside = from === undefined || path.isAbsolute(written) ? "." : path.posix.dirname(from);
    const file = path.isAbsolute(written) ? path.posix.normalize(written) : path.posix.join(beside, written);
    try {
      const bytes = this.bytesOf(file, from === undefined);
      const text = decode(bytes);
      this.digests.set(file, createHash("sha256").update(bytes).digest("hex"));
      return { file, text };
    } catch (error) {
      const problem = problemOf(error);
      return { file, problem: problem === missing ? problem + this.nearestTo(file, from === undefined) : problem };
    }
  }

  /**
   * SHA-256 of the bytes of a file, in hexadecimal digits, by the name that `read` gave it.
   * @throws RangeError if it was not read
   */
  sha256(file: string): string {
    const digest = this.digests.get(file);
    if (digest === undefined) throw new RangeError(`file must have been read, got ${file}`);
    return digest;
  }

  /** Of a file that does not exist, the nearest name in its folder. */
  private nearestTo(file: string, namedByUser: boolean): string {
    const [folder, name] = [path.dirname(path.resolve(this.cwd, file)), path.basename(file)];
    try {
      if (!namedByUser && !isInside(this.realFolder, realpathSync(folder))) return "";
      const known = readdirSync(folder).filter((other) => path.extname(other) === path.extname(name));
      return didYouMean(name, known);
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return "";
    }
  }

  private bytesOf(file: string, namedByUser: boolean): Buffer {
    if (file.includes("\0")) throw new Refusal("must be the name of a file (got a NUL character in it)");
    const named = path.resolve(this.cwd, file);
    if (namedByUser) {
      this.folder = treeOf(path.dirname(named));
      this.realFolder = realpathSync(this.folder);
    }
    // First by name, so that it reveals nothing about files outside; then by where links lead.
    if (!isInside(this.folder, named)) throw outside();
    const real = realpathSync(named);
    if (!namedByUser && !isInside(this.realFolder, real)) throw outside();
    if (statSync(real).isDirectory()) throw new Refusal("must be a file (got a directory)");
    const kind = kinds.get(path.extname(named).toLowerCase());
    if (kind === undefined || (namedByUser && kind.table)) {
      throw new Refusal(`must end in ${namedByUser ? ".yaml or .yml" : ".yaml, .yml or .csv"}`);
    }
    return bytesOfFile(real, kind);
  }
}

/** The top of a tree of scenarios: the nearest folder, from the scenario's own upwards, that holds the schema; else its own. */
function treeOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, "scenario.schema.json"))) return at;
    if (path.dirname(at) === at) return folder;
  }
}

function outside(): Refusal {
  return new Refusal("must lie in the folder tree of the scenario, also after links are followed");
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function bytesOfFile(file: string, { bytes: most, shown }: Kind): Buffer {
  // Opening a pipe to which nobody writes would wait for ever.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(descriptor).isFile()) throw new Refusal("must be a plain file (got a device, a pipe or a socket)");
    // The file may grow while it is read. What has been read counts.
    const buffer = Buffer.alloc(most + 1);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += read;
      if (length > most) throw new Refusal(`must be at most ${shown} large`);
      if (read === 0) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function decode(bytes: Buffer): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new Refusal(`must be text (got a NUL byte at position ${nul})`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("must be text in UTF-8 (got bytes that are not)");
  }
}
