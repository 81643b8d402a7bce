/** SIM.JS leaves its classes on a `window` and exports nothing. */
const page: { window?: { Sim: typeof import("simjs") } } = globalThis as object;
page.window = { Sim: {} as typeof import("simjs") };
await import("simjs");

export const { Sim, Entity, Facility, Store } = page.window.Sim;
