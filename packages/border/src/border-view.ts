import type { Extensions } from "./extension/extensions.ts";
import type { BorderParts } from "./flow/parts-of.ts";
import type { Ground } from "./ground.ts";

/** What results and stories read of a run: the ground, and the parts by name. */
export type BorderView = Omit<Ground, "transfer" | "onApprehended" | "onReleased"> &
  BorderParts & { readonly extensions: Extensions };
