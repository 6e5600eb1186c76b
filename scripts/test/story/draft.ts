/** A document that an edit can change in any way. */
// oxlint-disable-next-line typescript/no-explicit-any -- a document of any shape
export type Draft = any;
