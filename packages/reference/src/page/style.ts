/** System fonts, a contrast of at least 4.5 to 1, and widths that fit a phone. */
export const STYLE = `
body { margin: 0; }
:root {
  --scalar-font: system-ui, sans-serif;
  --scalar-font-code: ui-monospace, monospace;
}
.light-mode {
  --scalar-color-2: #5c5c5c;
  --scalar-color-3: #666;
  --scalar-color-accent: #0063b8;
  --scalar-color-green: #006b45;
  --scalar-color-red: #c1000c;
  --scalar-color-blue: #0063a8;
  --scalar-color-orange: #ad3a00;
  --scalar-color-yellow: #7a5a00;
}
.dark-mode {
  --scalar-color-3: #9b9b9b;
  --scalar-color-red: #ff7f78;
}
/* A badge says that a field is deprecated. */
.property--deprecated > * { opacity: 1 !important; }
/* A deep link puts the focus on its section, whose outline would be two lines down the whole page. */
section:focus { outline: none; }
/* Buttons that show on hover reach out of a narrow window. */
.references-rendered { overflow-x: clip; }
.endpoints { overflow: visible !important; }
.endpoint-path { white-space: normal !important; overflow-wrap: anywhere; }
/* The longest codes of errors, and all statuses, fit the narrowest phone. */
@media (max-width: 400px) {
  .markdown ul { padding-inline-start: 1rem !important; }
  .markdown li code { font-size: 0.6875rem !important; }
  .scalar-card-header-tabs { flex-wrap: wrap; }
  .scalar-card-header-tabs > .scalar-card-header-title { flex: 1 0 100% !important; }
}
.skip-link { position: fixed; top: 0; left: 0; z-index: 1000; padding: 0.75rem 1rem; background: #fff; color: #1b1b1b; }
.skip-link:not(:focus) { transform: translateY(-200%); }
`;
