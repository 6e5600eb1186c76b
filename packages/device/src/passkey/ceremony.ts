import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import { refusePlatform } from "../errors/unsupported.ts";
import { translateCeremonyError } from "./ceremony-error.ts";

export interface CeremonyOptions {
  readonly publicKey: object;
  readonly signal?: AbortSignal | undefined;
  readonly mediation?: string | undefined;
}

/**
 * Asks the browser to make or use a passkey, in the same task, so that the user's tap still counts. Rejects with the
 * signal's reason as soon as it is aborted, and with the browser's `TypeError` for wrong options.
 */
export async function runCeremony(kind: "create" | "get", options: CeremonyOptions): Promise<PublicKeyCredential> {
  const { signal } = options;
  if (signal?.aborted) throw signal.reason;
  // Each call looks it up: password managers can replace it at any time. Node has none.
  const container = readField(readField(globalThis, "navigator"), "credentials");
  if (typeof readField(container, kind) !== "function") throw refusePlatform("passkeys need a browser with WebAuthn");
  let credential: unknown;
  try {
    credential = await endBy(signal, () => (container as CredentialsContainer)[kind](options as object));
  } catch (cause) {
    throw signal?.aborted ? signal.reason : translateCeremonyError(kind, cause);
  }
  if (!credential) throw new GridDeviceError("NOT_COMPLETED", "no passkey was used: the browser gave no credential");
  return credential as PublicKeyCredential;
}

/** A password manager that replaces the browser's dialog may ignore the signal. The promise still rejects. */
function endBy<Result>(signal: AbortSignal | undefined, act: () => Promise<Result>): Promise<Result> {
  if (!signal) return act();
  let end: () => void;
  return new Promise<Result>((resolve, reject) => {
    end = reject;
    signal.addEventListener("abort", end);
    resolve(act());
  }).finally(() => signal.removeEventListener("abort", end));
}
