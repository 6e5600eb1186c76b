import { randomInt } from "node:crypto";
import type { RecordedRequest } from "@grid-sdk/server-kit";
import type { Settings } from "./emulation.ts";

/** The options on every line. */
export interface GridEmulatorOptionsOf<Seed> {
  /** Default: a free port. */
  readonly port?: number | undefined;
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string | undefined;
  /**
   * The host names that it accepts, as in the header `Host`. Default: those of this machine on a loopback address, all on
   * another address, as containers need.
   */
  readonly allowHosts?: readonly string[] | undefined;
  /** The path of another OpenAPI 3.1 file to validate requests and responses. Default: that of the line. */
  readonly fragment?: string | undefined;
  /** Its URL for other machines: the issuer of its OpenID Connect tokens. Default: `url`. */
  readonly publicUrl?: string | undefined;
  /** The accounts to start with. `reset()` goes back to them. */
  readonly seed?: Seed | undefined;
  /** Every one-time password, or a function that makes each. Default: six random digits. */
  readonly otp?: string | (() => string) | undefined;
  /** How long a code, a passkey challenge and an unsigned request are valid, in milliseconds. Default: 300,000. */
  readonly challengeMs?: number | undefined;
  /** How long a session lasts, in milliseconds. Default: 900,000. */
  readonly sessionMs?: number | undefined;
  /** The shortest time between two codes of a credential, in milliseconds. Default: 30,000; 0 for no limit. */
  readonly challengeEveryMs?: number | undefined;
  /** The time without `advance`. Default: this machine's time. */
  readonly now?: (() => number | Date) | undefined;
  /** The origins whose passkeys are accepted. Default: all that can have passkeys. */
  readonly origins?: readonly string[] | undefined;
  /** The RP IDs whose passkeys are accepted. Default: all that the page's origin may use. */
  readonly rpIds?: readonly string[] | undefined;
  /** Called with each request, just before its response. If it throws or rejects, the response is a 500 with the reason. */
  readonly onRequest?: ((request: RecordedRequest) => void | Promise<void>) | undefined;
}

/** Further options on a line with sealed one-time passwords. */
export interface SealedCodeOptions {
  /**
   * How many wrong codes are allowed for one sent code. After that, the response is 429 until the code expires or a new
   * challenge replaces it. Default: 3, which is Turnkey's limit. The API does not document one.
   */
  readonly codeAttempts?: number | undefined;
  /** Whether the codes of older challenges still work, with their own bundles. Default: false. */
  readonly keepOlderCodes?: boolean | undefined;
  /** Whether the key that is sealed with a code may be uncompressed. The sandbox accepts it, production does not. Default: false. */
  readonly acceptUncompressedOtpKey?: boolean | undefined;
}

/** The options of all lines together. */
export interface AnyGridEmulatorOptions extends GridEmulatorOptionsOf<object>, SealedCodeOptions {}

/** Reads the options. Throws a `TypeError` for a value that is not valid. */
export function readSettings(options: AnyGridEmulatorOptions): Settings {
  const { otp = makeCode, origins, rpIds } = options;
  const isCode = typeof otp === "function" || (typeof otp === "string" && otp !== "");
  if (!isCode) throw new TypeError(`otp must be a string or a function that returns one; got ${JSON.stringify(otp)}.`);
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

/** A hundred years. Longer durations could lead to times that a Date cannot hold. */
const MAX_DURATION_MS = 100 * 365 * 86_400_000;

function readDuration(name: string, value: number | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (!Number.isFinite(value) || value < 0) {
    throw new TypeError(`${name} must be a number of milliseconds, 0 or more; got ${JSON.stringify(value)}.`);
  }
  if (value <= MAX_DURATION_MS) return value;
  throw new TypeError(`${name} must be a hundred years at most; got ${value} milliseconds.`);
}

/** Removes slashes at the end. Throws a `TypeError` if it is not an HTTP URL. */
export function readPublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, "");
  throw new TypeError(`publicUrl must be an http or https URL; got ${JSON.stringify(value)}.`);
}

function readCount(name: string, value: number | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (Number.isInteger(value) && value >= 1) return value;
  throw new TypeError(`${name} must be a whole number, 1 or more; got ${JSON.stringify(value)}.`);
}

function readSwitch(name: string, value: boolean | undefined): boolean {
  if (value === undefined || typeof value === "boolean") return value === true;
  throw new TypeError(`${name} must be true or false; got ${JSON.stringify(value)}.`);
}

function readList(name: string, value: readonly string[] | undefined): readonly string[] | undefined {
  if (value === undefined || (Array.isArray(value) && value.every((item) => typeof item === "string"))) return value;
  throw new TypeError(`${name} must be a list of strings; got ${JSON.stringify(value)}.`);
}

/** Checks a code that a function of the user has made. */
function checkCode(code: unknown): string {
  if (typeof code === "string" && code !== "") return code;
  throw new TypeError(`otp returned ${JSON.stringify(code)}; it must return a string that is not empty.`);
}

function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
