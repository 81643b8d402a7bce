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
