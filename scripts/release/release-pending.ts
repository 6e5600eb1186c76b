import { listChangesets } from "../workspace/list-changesets.ts";
import { readOptions } from "../workspace/read-options.ts";
import { refusePreMode } from "../workspace/refuse-pre-mode.ts";

const USAGE = `Usage: pnpm release:pending

Prints how many changesets are pending: what \`pnpm release:version\` would apply.`;

readOptions(USAGE, {});
refusePreMode();
console.log(listChangesets().length);
