import { z } from "zod";
import type { Reader } from "./reader.ts";

/** What an editor shows on hover, and what it accepts. */
export interface SettingDocs {
  readonly description: string;
  /** What it is written in: a unit, or a kind of text. */
  readonly unit: string;
  readonly examples?: readonly string[];
  readonly enum?: readonly string[];
  /** Whether it may be a calendar of values: it changes on dates. */
  readonly onDates?: true;
}

/** A leaf of the schema whose value may change on dates: `dated` and `changing` readers read it. */
export function dating<T>(reader: Reader<T>, docs: SettingDocs) {
  return setting(reader, { ...docs, description: `${docs.description} ${changes}`, onDates: true });
}

/** What the description of such a setting ends with. */
export const changes = "May change on dates.";

/** A leaf of the schema: what a reader makes of the written value; its reports become issues at their place. */
export function setting<T>(reader: Reader<T>, docs: SettingDocs) {
  return z
    .unknown()
    .transform((raw, context): T => {
      const value = reader(raw, (message, at = []) => {
        context.issues.push({ code: "custom", message, input: raw, path: [...at] });
      });
      return value === undefined ? z.NEVER : value;
    })
    .meta({ ...docs });
}
