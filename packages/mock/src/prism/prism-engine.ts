// Of Prism this is what is published: built into a file of its own, dist/prism-engine.cjs, by build/prism-engine.ts.
export { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
