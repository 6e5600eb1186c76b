import { Point } from "./p256.ts";

/** A public key in hex, compressed or not, in either case. Undefined if it is not on the curve. */
export function readPoint(hex: unknown): Point | undefined {
  try {
    return Point.fromHex(hex as string);
  } catch {
    return undefined;
  }
}
