import { fileURLToPath } from "node:url";
import type { parseArgs } from "node:util";
import { defaultLine, findLine, readLines } from "../workspace/lines.ts";
import { ROOT } from "../workspace/root.ts";

export interface Arguments {
  readonly upstream: URL;
  /** The path of the OpenAPI document to check against. */
  readonly fragment: string;
  /** Operations that change something and are called too. */
  readonly operations: readonly string[];
  /** Values for parameters and properties of bodies. They replace the fragment's examples. */
  readonly values: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  /** The value of the header. */
  readonly authorization: string;
}

export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

export const USAGE = `Usage: pnpm contract:check --upstream <url>

Checks that the responses of a live server match the fragment.

  --upstream <url>        where the API is served, with its base path
  --line <name>           the line of openapi/lines.json to check against (default: the default line)
  --fragment <path>       another OpenAPI document to check against
  --operation <id>        also call this operation, which is not a GET; may be repeated
  --param <name>=<value>  a parameter or body property in place of the fragment's example; may be repeated
  --timeout <seconds>     how long to wait for a response (default: 30)

Credentials come from GRID_CLIENT_ID and GRID_CLIENT_SECRET.`;

export const OPTIONS = {
  upstream: { type: "string" },
  fragment: { type: "string" },
  line: { type: "string" },
  operation: { type: "string", multiple: true, default: [] as string[] },
  param: { type: "string", multiple: true, default: [] as string[] },
  timeout: { type: "string", default: "30" },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/** Reads the options and the credentials. Throws an `ArgumentError` that says what is missing or wrong. */
export function readArguments(values: Options, environment: NodeJS.ProcessEnv): Arguments {
  const id = environment["GRID_CLIENT_ID"];
  const secret = environment["GRID_CLIENT_SECRET"];
  if (!id || !secret) throw new ArgumentError("Set GRID_CLIENT_ID and GRID_CLIENT_SECRET to the credentials to use.");
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new ArgumentError(`--timeout must be a number of seconds; got ${values.timeout}.`);
  return {
    upstream: readUpstream(values.upstream),
    fragment: values.fragment ?? fragmentOf(values.line),
    operations: values.operation,
    values: new Map(values.param.map(readParam)),
    timeoutMs: seconds * 1000,
    authorization: `Basic ${Buffer.from(`${id}:${secret}`, "utf8").toString("base64")}`,
  };
}

/** The path of the fragment of a line. */
function fragmentOf(name: string | undefined): string {
  const line = name === undefined ? defaultLine() : findLine(name);
  if (line) return fileURLToPath(new URL(line.fragment, ROOT));
  const names = readLines().map((other) => other.name);
  throw new ArgumentError(`--line must be one of ${names.join(", ")}; got ${name}.`);
}

function readUpstream(value: string | undefined): URL {
  if (value === undefined) throw new ArgumentError("--upstream is missing.");
  if (!URL.canParse(value)) throw new ArgumentError(`--upstream must be an absolute URL; got ${value}.`);
  const url = new URL(value);
  if (url.username || url.password) {
    throw new ArgumentError("--upstream must not contain credentials; set GRID_CLIENT_ID and GRID_CLIENT_SECRET.");
  }
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    throw new ArgumentError(`--upstream must be an https URL, because credentials are sent there; got ${value}.`);
  }
  return url;
}

function readParam(value: string): [string, string] {
  const equalsAt = value.indexOf("=");
  if (equalsAt < 1) throw new ArgumentError(`--param must be <name>=<value>; got ${value}.`);
  return [value.slice(0, equalsAt), value.slice(equalsAt + 1)];
}
