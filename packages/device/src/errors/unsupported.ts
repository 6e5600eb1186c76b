import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "./grid-device-error.ts";

/** The `UNSUPPORTED` for a missing function of the platform, with the reason and what to do. */
export function refusePlatform(need: string): GridDeviceError {
  const product = readField(readField(globalThis, "navigator"), "product");
  if (product === "ReactNative")
    return unsupported(`${need}, which React Native lacks; import @grid-sdk/device/native there`);
  // A page without https has neither WebCrypto nor WebAuthn.
  if (readField(globalThis, "isSecureContext") === false)
    return unsupported(`${need}, which a page has only on https or localhost`);
  return unsupported(`${need}, which is missing here`);
}

export function unsupported(message: string, cause?: unknown): GridDeviceError {
  return new GridDeviceError("UNSUPPORTED", message, cause ? { cause } : undefined);
}
