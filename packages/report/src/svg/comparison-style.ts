/** What tables of variants add to the style of the page: on a phone a label has a line of its own above its figures. */
export const comparisonStyle = `.figures.compared { max-width: none; }
.figures.compared thead td { width: 28%; }
@media screen and (max-width: 42rem) {
  .compared tr { display: grid; grid-template-columns: repeat(var(--columns), 1fr); column-gap: .5rem; border-bottom: 1px solid var(--line); padding: .25rem 0; }
  .compared th, .compared td { display: block; border: 0; padding: 0; }
  .compared tbody th { grid-column: 1 / -1; }
  .compared thead td { display: none; }
  .compared td span { white-space: normal; }
}
@media print {
  h2 + p { break-after: avoid; }
}
`;
