/** What results and stories read of a run. */
export type { BorderModel as BorderView } from "./border-model.ts";
