export { compareDocuments, type KnownSources } from "./compare-documents.ts";
export { bumpOf, bumpOfLevel, LEVELS, type Bump, type Change, type Context, type Level } from "./judge/change.ts";
export {
  type ChangesetSubject,
  nameRevision,
  NOTHING_CHANGES,
  writeChangeset,
  writeOthersChangeset,
} from "./report/changeset.ts";
export { countChanges } from "./report/describe-bump.ts";
export { reportJson } from "./report/json.ts";
export { reportMarkdown } from "./report/markdown.ts";
export { reportTerminal } from "./report/terminal.ts";
export { describeChange } from "./report/describe-change.ts";
export { describePlace, describeWhere, type Where } from "./report/describe-place.ts";
export { groupChanges, type Line, namePlaces } from "./report/group-changes.ts";
export { type DocsEntry, groupDocs } from "./report/group-docs.ts";
