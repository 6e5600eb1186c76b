// The part of Prism that is published. build/prism-engine.ts builds it into dist/prism-engine.cjs.
export { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
