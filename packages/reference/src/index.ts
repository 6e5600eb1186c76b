export { prepareDocument } from "./prepare-document.ts";
export { renderReference, type ReferenceOptions } from "./render-reference.ts";
