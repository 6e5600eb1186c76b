/** A document that an edit may do anything to. */
// oxlint-disable-next-line typescript/no-explicit-any -- a document of any shape
export type Draft = any;
