export { compareDocuments } from "./compare-documents.ts";
export { bumpOf, bumpOfLevel, LEVELS, type Bump, type Change, type Level } from "./judge/change.ts";
export { countChanges } from "./report/describe-bump.ts";
export { reportJson } from "./report/json.ts";
export { reportMarkdown } from "./report/markdown.ts";
export { reportTerminal } from "./report/terminal.ts";
export { groupChanges, type Line, namePlaces } from "./report/group-changes.ts";
export { type DocsEntry, groupDocs } from "./report/group-docs.ts";
