/** Colours of pages and of drawings that stand alone, light and dark by the reader's wish. */
export const palette = `:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --panel: #f6f8fa;
  --band: #a9c8ea; --median: #0b4f94; --mean: #b3500b; --alarm: #a40e26; --alarm-paper: #ffebe9; --link: #0b4f94; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3a424b; --paper: #0d1117; --panel: #161b22;
    --band: #2a4d78; --median: #8cc2ff; --mean: #f0a35e; --alarm: #ffb3ad; --alarm-paper: #3d1418; --link: #8cc2ff; }
}
`;

/** The style of the page: light and dark by the reader's wish, narrow and wide, and on paper. */
export const style = `
${palette}* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .6rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
p, li { max-width: 44rem; }
a { color: var(--link); }
.question { font-size: 1.15rem; margin: 0 0 .5rem; }
.soft, figcaption { color: var(--soft); font-size: .9rem; }
.note { border-left: 4px solid var(--line); padding: .3rem .8rem; margin: .5rem 0; }
.alarm { border-left: 4px solid var(--alarm); background: var(--alarm-paper); color: var(--alarm); padding: .6rem .8rem; font-weight: 600; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 2.5rem; align-items: start; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .8rem 0 .3rem; }
th, td { text-align: left; vertical-align: baseline; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: .85rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.number span { color: var(--soft); white-space: nowrap; display: inline-block; }
td.none { white-space: normal; }
.none span { white-space: normal; }
.figures { table-layout: fixed; max-width: 52rem; }
.figures thead td { width: 46%; }
.figures.several thead td { width: 28%; }
.part { padding-left: 1.25rem; }
.values { table-layout: fixed; }
.values thead th:first-child { width: 30%; }
.values thead th:nth-child(2), .values thead th:nth-child(3) { width: 17%; }
.facts { table-layout: fixed; }
.facts th { width: 30%; }
.group th { font-weight: 600; padding-top: .9rem; }
code { font: .88em ui-monospace, monospace; overflow-wrap: anywhere; }
figure { margin: 0 0 1.4rem; max-width: 36rem; }
figure svg { display: block; width: 100%; height: auto; }
figcaption strong { display: block; color: var(--ink); font-size: 1rem; }
.drawing { font: 14px system-ui, sans-serif; color: var(--ink); background: none; overflow: visible; }
.drawing text { white-space: pre; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; margin: 0 0 1rem; padding: 0; font-size: .9rem; }
.key svg { width: 28px; height: 12px; vertical-align: -1px; margin-right: .4rem; }
@media screen and (max-width: 42rem) {
  td.number { white-space: normal; }
  .figures { font-size: .9rem; }
  .figures th.number { font-size: .75rem; }
  .figures thead td { width: 42%; }
  .figures.several thead td { width: 25%; }
  .stacked thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .stacked tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .stacked tbody th, .stacked td { display: block; border: 0; padding: .05rem 0; text-align: left; white-space: normal; }
  .stacked td:empty { display: none; }
  .stacked td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print {
  @page { margin: 16mm 14mm; }
  :root { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
    h2 { margin-top: 1.6rem; }
  h2, h3, caption, thead, .key { break-after: avoid; }
  tr, figure, .key, li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .columns { grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
  .drawing, .key svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; }
}
`;

/** What tables of variants add to the style of the page: on a phone a label has a line of its own above its figures. */
export const comparisonStyle = `.figures.compared { max-width: none; }
.figures.compared thead td { width: 28%; }
.compared th.number { white-space: normal; vertical-align: bottom; }
.compared .name span { white-space: nowrap; }
@media screen and (max-width: 42rem) {
  .figures.compared thead td { width: 42%; }
  .wide tr { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); column-gap: .5rem; border-bottom: 1px solid var(--line); padding: .25rem 0; }
  .wide th, .wide td { display: block; border: 0; padding: 0; }
  .wide .part { padding-left: 1.25rem; }
  .wide tbody th { grid-column: 1 / -1; }
  .wide thead td { display: none; }
  .wide td span { white-space: normal; }
  .wide .name span { white-space: normal; overflow-wrap: anywhere; }
}
@media print {
  h2 + p { break-after: avoid; }
}
`;
