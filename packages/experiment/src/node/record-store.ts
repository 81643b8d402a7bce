import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { threadId } from "node:worker_threads";
import type { ReplicationResult } from "@mpp-sim/border";
import { systemCode } from "@mpp-sim/scenario/node";
import { decodeRecord, encodeRecord, headOf, type Label } from "../units/record.ts";
import { ReplicationInFile } from "./replication-in-file.ts";

const digestBytes = 32;

/**
 * A folder of records, each in a file named by its address, with its checksum at the end. A file appears whole; whatever is damaged counts as
 * not there. Any number of processes may read and write at once: the same address always has the same bytes.
 */
export class RecordStore {
  /** Where the records are kept; made when the first is written. */
  readonly folder: string;
  /** So that no two writers share a file while it is made. */
  private made = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether there is a record of an address, be it damaged. */
  has(address: string): boolean {
    return existsSync(this.fileOf(address));
  }

  /** Where the record of an address is, or would be. */
  fileOf(address: string): string {
    return path.join(this.folder, address.slice(0, 2), `${address}.record`);
  }

  /** What is kept under a label; undefined if nothing whole is. */
  read(label: Label): ReplicationResult | undefined {
    const whole = fileAt(this.fileOf(label.address));
    return whole && unsealed(whole, label);
  }

  /** What is kept under a label, but its numbers stay where they are until they are wanted; undefined if nothing whole is. */
  readLater(label: Label): ReplicationResult | undefined {
    const file = this.fileOf(label.address);
    const whole = fileAt(file);
    const bytes = whole && bytesIn(whole);
    const head = bytes && headOf(bytes, label);
    return head && new ReplicationInFile(file, head);
  }

  /** Keeps a result: its file appears whole or not at all. @throws the error of the system if it refuses */
  write(result: ReplicationResult, label: Label): void {
    this.keep(label.address, sealed(result, label));
  }

  /** Keeps a record that was made elsewhere, be it in a file. False if it is damaged, or not there. @throws as `write` */
  take(address: string, record: string | Uint8Array): boolean {
    const whole = typeof record === "string" ? fileAt(record) : record;
    if (whole === undefined || bytesIn(whole) === undefined) return false;
    this.keep(address, whole);
    return true;
  }

  private keep(address: string, whole: Uint8Array): void {
    const target = this.fileOf(address);
    mkdirSync(path.dirname(target), { recursive: true });
    const making = `${target}.${process.pid}-${threadId}-${this.made++}`;
    try {
      writeFileSync(making, whole, { flag: "wx" });
      renameSync(making, target);
    } catch (error) {
      rmSync(making, { force: true });
      throw error;
    }
  }

  /** Puts a record into another folder, without a second copy on disk where the system can. False if it is not here, or damaged. */
  copyTo(address: string, target: string): boolean {
    const whole = fileAt(this.fileOf(address));
    if (whole === undefined || bytesIn(whole) === undefined) return false;
    if (existsSync(target)) return true;
    try {
      linkSync(this.fileOf(address), target);
    } catch {
      copyFileSync(this.fileOf(address), target);
    }
    return true;
  }
}

/** A result as it is kept and sent: its record, then the checksum. */
export function sealed(result: ReplicationResult, label: Label): Buffer {
  const bytes = encodeRecord(result, label);
  return Buffer.concat([bytes, digestOf(bytes)]);
}

/** What `sealed` has made; undefined if it is damaged, or of another label. */
export function unsealed(whole: Uint8Array, label: Label): ReplicationResult | undefined {
  const bytes = bytesIn(whole);
  return bytes && decodeRecord(bytes, label);
}

function fileAt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    // What cannot be read is run again, whatever the reason.
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** A record without its checksum, which holds. */
function bytesIn(whole: Uint8Array): Uint8Array | undefined {
  const bytes = whole.subarray(0, Math.max(0, whole.length - digestBytes));
  return digestOf(bytes).equals(whole.subarray(bytes.length)) ? bytes : undefined;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
