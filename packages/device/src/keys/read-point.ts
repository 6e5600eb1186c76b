import { Point } from "./p256.ts";

/** A public key in hex, of either form and case. Undefined for what is not on the curve. */
export function readPoint(hex: unknown): Point | undefined {
  try {
    return Point.fromHex(hex as string);
  } catch {
    return undefined;
  }
}
