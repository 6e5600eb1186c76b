import { GridDeviceError, type GridDeviceErrorCode } from "../errors/grid-device-error.ts";

type CeremonyErrorCode = Extract<
  GridDeviceErrorCode,
  "NOT_COMPLETED" | "ALREADY_REGISTERED" | "WRONG_RP" | "UNSUPPORTED"
>;

/** By the name of the browser's error. The rest, of which there are many, says no more than that it did not happen. */
const CODES: Readonly<Record<string, CeremonyErrorCode | undefined>> = {
  InvalidStateError: "ALREADY_REGISTERED",
  SecurityError: "WRONG_RP",
  NotSupportedError: "UNSUPPORTED",
  ConstraintError: "UNSUPPORTED",
};

const MESSAGES: Readonly<Record<CeremonyErrorCode, string>> = {
  NOT_COMPLETED: "no passkey was used: cancelled, out of time, or none fits; let the user try again",
  ALREADY_REGISTERED: "this device has a passkey of the user already: sign in with it",
  WRONG_RP: "the RP ID must be the page's domain or a parent of it; localhost is one, an IP address is not",
  UNSUPPORTED: "passkeys need a browser with WebAuthn, and https or localhost",
};

/**
 * Has the browser make or use a passkey; in the same task, so that the user's tap still counts. Rejects with the
 * signal's reason if it was the signal that ended it, and with a `TypeError` of the browser's for wrong options.
 */
export async function runCeremony(
  kind: "create" | "get",
  options: { readonly publicKey: object; readonly signal: AbortSignal | undefined; readonly mediation?: unknown },
): Promise<PublicKeyCredential> {
  // Without a secure context a browser has no `credentials`; Node has none at all.
  const container = (globalThis as { navigator?: Partial<Navigator> }).navigator?.credentials;
  if (!container?.[kind]) throw refuse("UNSUPPORTED");
  let credential: Credential | null;
  try {
    credential = await container[kind](options as object);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof TypeError) throw cause;
    const code = CODES[(cause as Error | undefined)?.name ?? ""];
    throw refuse(code === "ALREADY_REGISTERED" && kind === "get" ? undefined : code, cause);
  }
  if (!credential) throw refuse();
  return credential as PublicKeyCredential;
}

// A cancelled ceremony is a NotAllowedError in Chrome and Safari, an AbortError in Firefox (w3c/webauthn#2240).
function refuse(code: CeremonyErrorCode = "NOT_COMPLETED", cause?: unknown): GridDeviceError {
  return new GridDeviceError(code, MESSAGES[code], { cause });
}
