import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "./grid-device-error.ts";

/** The `UNSUPPORTED` for a function of the platform that is not there, with the reason that applies here. */
export function refusePlatform(need: string): GridDeviceError {
  const product = readField(readField(globalThis, "navigator"), "product");
  if (product === "ReactNative") return unsupported(`${need}; React Native has @grid-sdk/device/native`);
  // A page without https has neither WebCrypto nor WebAuthn.
  if (readField(globalThis, "isSecureContext") === false)
    return unsupported(`${need}, which a page has on https or localhost alone`);
  return unsupported(`${need}, which is missing here`);
}

export function unsupported(message: string, cause?: unknown): GridDeviceError {
  return new GridDeviceError("UNSUPPORTED", message, cause ? { cause } : undefined);
}
