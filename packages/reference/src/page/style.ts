/** Fonts of the reader's system; tables whose columns stay readable beside a call, and on a telephone. */
export const STYLE = `
body { margin: 0; }
:root {
  --scalar-font: system-ui, sans-serif;
  --scalar-font-code: ui-monospace, monospace;
}
.markdown th, .markdown td { min-width: 7em; overflow-wrap: break-word !important; word-break: normal !important; }
.markdown td code { overflow-wrap: anywhere !important; word-break: normal !important; }
@media (min-width: 1000px) {
  .markdown td:first-child { min-width: 13em !important; }
}
`;
