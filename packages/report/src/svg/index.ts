/** The report as a page with drawings. It needs a document to draw on and brings its own, so it runs where there is no browser. */
export { htmlReport, type Provenance } from "./html-report.ts";
export { variantsHtmlReport } from "./variants-report.ts";
