import { randomInt } from "node:crypto";
import {
  ANYTHING,
  checkOptions,
  FLAG,
  FUNCTION,
  isBetween,
  type OptionRule,
  type OptionRules,
  type RecordedRequest,
  SERVER_RULES,
  TEXTS,
} from "@grid-sdk/server-kit";
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

/** A hundred years. Longer durations could lead to times that a Date cannot hold. */
const MAX_DURATION_MS = 100 * 365 * 86_400_000;
const DURATION: OptionRule = [
  "a number of milliseconds, from 0 to a hundred years",
  (value) => isBetween(value, 0, MAX_DURATION_MS),
];

const RULES: OptionRules<GridEmulatorOptionsOf<object>> = {
  ...SERVER_RULES,
  publicUrl: ["an http or https URL", isHttpUrl],
  // Its reader has a schema for it.
  seed: ANYTHING,
  otp: ["a string or a function that returns one", (value) => typeof value === "function" || isCode(value)],
  challengeMs: DURATION,
  sessionMs: DURATION,
  challengeEveryMs: DURATION,
  now: FUNCTION,
  origins: TEXTS,
  rpIds: TEXTS,
};

const SEALED_CODE_RULES: OptionRules<SealedCodeOptions> = {
  codeAttempts: ["a whole number, 1 or more", (value) => Number.isInteger(value) && isBetween(value, 1, Infinity)],
  keepOlderCodes: FLAG,
  acceptUncompressedOtpKey: FLAG,
};

/**
 * Reads the options. Throws a `TypeError` for a value that is not valid, and for an option that the line does not have.
 *
 * @param sealsCodes whether the line has sealed one-time passwords
 */
export function readSettings(options: AnyGridEmulatorOptions, sealsCodes: boolean): Settings {
  checkOptions(options, sealsCodes ? { ...RULES, ...SEALED_CODE_RULES } : RULES);
  const { challengeMs = 300_000, sessionMs = 900_000, challengeEveryMs = 30_000, codeAttempts = 3 } = options;
  const { keepOlderCodes = false, acceptUncompressedOtpKey = false, otp = makeCode, origins, rpIds } = options;
  return {
    challengeMs,
    sessionMs,
    challengeEveryMs,
    codeAttempts,
    keepOlderCodes,
    acceptUncompressedOtpKey,
    makeCode: typeof otp === "function" ? () => checkCode(otp()) : () => otp,
    origins,
    rpIds,
  };
}

function isHttpUrl(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Checks a code that a function of the user has made. */
function checkCode(code: unknown): string {
  if (isCode(code)) return code;
  throw new TypeError(`otp returned ${JSON.stringify(code)}; it must return a string that is not empty.`);
}

function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
