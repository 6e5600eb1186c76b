import { readField } from "../bytes/read-field.ts";
import { GridDeviceError, type GridDeviceErrorCode } from "../errors/grid-device-error.ts";

type Translation = readonly [code: GridDeviceErrorCode, message: string];

const NOT_COMPLETED: Translation = [
  "NOT_COMPLETED",
  "no passkey was used: the user cancelled, time ran out, or no passkey fits; let the user try again",
];

/**
 * By the name of the browser's error, in both ceremonies (WebAuthn, sections 5.1.3 and 5.1.4). All other names mean only
 * that no passkey was used: a cancelled ceremony is a NotAllowedError in Chrome and Safari, an AbortError in Firefox
 * (w3c/webauthn#2240).
 */
const BY_NAME = new Map<unknown, Translation>([
  [
    "SecurityError",
    ["WRONG_RP", "the RP ID must be the page's domain or a parent of it; localhost is one, an IP address is not"],
  ],
  ["ConstraintError", ["UNSUPPORTED", "no authenticator here supports the options residentKey and userVerification"]],
  ["NotSupportedError", ["UNSUPPORTED", "this browser does not support one of the options, such as mediation"]],
  ["OperationError", ["NOT_COMPLETED", "no passkey was used: another request is pending; abort it first"]],
]);

/** Errors of `create()` that mean something else there. */
const BY_NAME_IN_CREATE = new Map<unknown, Translation>([
  ["InvalidStateError", ["ALREADY_REGISTERED", "this device already has a passkey of the user: sign in with it"]],
  ["NotSupportedError", ["UNSUPPORTED", "no authenticator here supports an algorithm of pubKeyCredParams"]],
]);

/** Passes on a `TypeError`: the options are wrong. Checks the name, because the error can come from another realm. */
export function translateCeremonyError(kind: "create" | "get", cause: unknown): unknown {
  const name = readField(cause, "name");
  if (name === "TypeError") return cause;
  const [code, message] = (kind === "create" && BY_NAME_IN_CREATE.get(name)) || BY_NAME.get(name) || NOT_COMPLETED;
  return new GridDeviceError(code, message, { cause });
}
