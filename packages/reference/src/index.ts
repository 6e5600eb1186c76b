export type { ReferenceLine } from "./line.ts";
export { prepareDocument } from "./prepare-document.ts";
export { renderReference, type ReferenceOptions } from "./render-reference.ts";
