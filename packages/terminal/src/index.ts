export { formatLine, type Part } from "./format-line.ts";
export { formatTable } from "./format-table.ts";
export { type Progress, startProgress } from "./progress.ts";
export { colourOfStatus, createTerminal, type Format, type Output, type Terminal } from "./terminal.ts";
export { wrapText } from "./wrap-text.ts";
