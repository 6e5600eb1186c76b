export { compareDocuments, type KnownSources } from "./compare-documents.ts";
export { bumpOf, type Bump, type Change, type Level } from "./judge/change.ts";
export type { Context } from "./judge/context.ts";
export { NOTHING_CHANGES, renderChangeset, writeOthersChangeset } from "./report/changeset.ts";
export { describeChange } from "./report/describe-fact.ts";
export { describeWhere } from "./report/describe-place.ts";
export { groupChanges, type Line, namePlaces } from "./report/group-changes.ts";
export { chooseRenderer, type Command, listRendererOptions } from "./report/renderers.ts";
export type { RevisionOfLine, Update } from "./report/report.ts";
