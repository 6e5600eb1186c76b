/** Fonts of the reader's system. */
export const STYLE = `
body { margin: 0; }
:root {
  --scalar-font: system-ui, sans-serif;
  --scalar-font-code: ui-monospace, monospace;
}
@media (min-width: 1000px) {
  td code { word-break: normal !important; overflow-wrap: normal !important; white-space: nowrap; }
}
`;
