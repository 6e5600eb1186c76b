import { Point } from "./p256.ts";

/** The public key of a private key. Undefined for a value that is not a scalar of the curve. */
export function readScalar(scalar: Uint8Array): Point | undefined {
  try {
    return Point.BASE.multiply(Point.Fn.fromBytes(scalar));
  } catch {
    return undefined;
  }
}
