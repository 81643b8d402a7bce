/** The report as a page with drawings. It brings its own document to draw on, so it runs without a browser. */
export { comparisonSheet } from "./comparison-sheet.ts";
export { explorationSheet } from "./exploration-sheet.ts";
export { htmlReport, type Provenance } from "./html-report.ts";
export { indicesSheet } from "./indices-sheet.ts";
export { planSheet } from "./plan-sheet.ts";
export { sweepSheet } from "./sweep-sheet.ts";
export { tornadoSheet } from "./tornado-sheet.ts";
export { variantsHtmlReport } from "./variants-report.ts";
export { worthSheet } from "./worth-sheet.ts";
