import type { Extensions } from "./extension/extensions.ts";
import type { BorderParts } from "./flow/parts-of.ts";
import type { Ground } from "./ground.ts";

type Method<T> = { [Key in keyof T]: T[Key] extends (...given: never[]) => unknown ? Key : never }[keyof T];

/** What results and stories read of a run: the ground, and the parts by name. */
export type BorderView = Omit<Ground, Method<Ground> | "onApprehended" | "onReleased"> &
  BorderParts & { readonly extensions: Extensions };
