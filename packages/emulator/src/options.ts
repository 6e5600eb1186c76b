import { randomInt } from "node:crypto";
import type { RecordedRequest } from "@grid-sdk/server-kit";
import type { Settings } from "./emulation.ts";

/** What the emulator of every line takes. */
export interface GridEmulatorOptionsOf<Seed> {
  /** Default: a free port. */
  readonly port?: number | undefined;
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string | undefined;
  /**
   * The names that it may be called by, as `Host` has them. Default: this machine's own on a loopback address, any on
   * another one, as containers need it.
   */
  readonly allowHosts?: readonly string[] | undefined;
  /** The path of another OpenAPI 3.1 file to hold requests and responses against. Default: the line's own. */
  readonly fragment?: string | undefined;
  /** The URL that others reach it by, which its OpenID Connect tokens name as their issuer. Default: `url`. */
  readonly publicUrl?: string | undefined;
  /** The accounts to begin with. `reset()` goes back to them. */
  readonly seed?: Seed | undefined;
  /** Every one-time password, or what makes them. Default: six random digits. */
  readonly otp?: string | (() => string) | undefined;
  /** How long a code, a passkey's challenge and a request to be signed last, in milliseconds. Default: 300,000. */
  readonly challengeMs?: number | undefined;
  /** How long a session lasts, in milliseconds. Default: 900,000. */
  readonly sessionMs?: number | undefined;
  /** How long it takes until a credential is mailed another code, in milliseconds. Default: 30,000; 0 for no limit. */
  readonly challengeEveryMs?: number | undefined;
  /** The time, before `advance`. Default: this machine's. */
  readonly now?: (() => number | Date) | undefined;
  /** The origins whose passkeys are taken. Default: any that can have passkeys. */
  readonly origins?: readonly string[] | undefined;
  /** The RP IDs whose passkeys are taken. Default: any that the page's origin may use. */
  readonly rpIds?: readonly string[] | undefined;
  /** Called with each request, just before its response. If it throws or rejects, the response is a 500 with the reason. */
  readonly onRequest?: ((request: RecordedRequest) => void | Promise<void>) | undefined;
}

/** What the emulator of a line on which one-time passwords travel sealed takes besides. */
export interface SealedCodeOptions {
  /**
   * How many wrong codes may be tried for one that was sent; then the response is 429 until it has expired, or a new
   * challenge takes its place. Default: 3, which is Turnkey's number: the API publishes none.
   */
  readonly codeAttempts?: number | undefined;
  /** Whether the codes of older challenges still work, with their own bundles. Default: false. */
  readonly keepOlderCodes?: boolean | undefined;
  /** Whether the key that is sealed with a code may be uncompressed. The sandbox accepts it, production does not. Default: false. */
  readonly acceptUncompressedOtpKey?: boolean | undefined;
}

/** What any of them takes. */
export interface AnyGridEmulatorOptions extends GridEmulatorOptionsOf<object>, SealedCodeOptions {}

/** Throws a `TypeError` for a value that cannot be. */
export function readSettings(options: AnyGridEmulatorOptions): Settings {
  const { otp = makeCode, origins, rpIds } = options;
  const isCode = typeof otp === "function" || (typeof otp === "string" && otp !== "");
  if (!isCode) throw new TypeError(`otp takes a text or a function that returns one; got ${JSON.stringify(otp)}.`);
  return {
    challengeMs: readDuration("challengeMs", options.challengeMs, 300_000),
    sessionMs: readDuration("sessionMs", options.sessionMs, 900_000),
    challengeEveryMs: readDuration("challengeEveryMs", options.challengeEveryMs, 30_000),
    codeAttempts: readCount("codeAttempts", options.codeAttempts, 3),
    keepOlderCodes: readSwitch("keepOlderCodes", options.keepOlderCodes),
    acceptUncompressedOtpKey: readSwitch("acceptUncompressedOtpKey", options.acceptUncompressedOtpKey),
    makeCode: typeof otp === "function" ? () => checkCode(otp()) : () => otp,
    origins: readList("origins", origins),
    rpIds: readList("rpIds", rpIds),
  };
}

/** A hundred years: with more, times come out of range that a date can have. */
const MAX_DURATION_MS = 100 * 365 * 86_400_000;

function readDuration(name: string, value: number | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (!Number.isFinite(value) || value < 0) {
    throw new TypeError(`${name} takes milliseconds, 0 or more; got ${JSON.stringify(value)}.`);
  }
  if (value <= MAX_DURATION_MS) return value;
  throw new TypeError(`${name} takes milliseconds of a hundred years at the most; got ${value}.`);
}

/** Without a slash at its end. Throws a `TypeError` for what is no URL of HTTP. */
export function readPublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, "");
  throw new TypeError(`publicUrl takes an http or https URL; got ${JSON.stringify(value)}.`);
}

function readCount(name: string, value: number | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (Number.isInteger(value) && value >= 1) return value;
  throw new TypeError(`${name} takes a whole number, 1 or more; got ${JSON.stringify(value)}.`);
}

function readSwitch(name: string, value: boolean | undefined): boolean {
  if (value === undefined || typeof value === "boolean") return value === true;
  throw new TypeError(`${name} takes true or false; got ${JSON.stringify(value)}.`);
}

function readList(name: string, value: readonly string[] | undefined): readonly string[] | undefined {
  if (value === undefined || (Array.isArray(value) && value.every((item) => typeof item === "string"))) return value;
  throw new TypeError(`${name} takes a list of texts; got ${JSON.stringify(value)}.`);
}

/** What a function of the user's made: every one-time password is a text. */
function checkCode(code: unknown): string {
  if (typeof code === "string" && code !== "") return code;
  throw new TypeError(`otp returned ${JSON.stringify(code)}; it has to return a text.`);
}

function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
