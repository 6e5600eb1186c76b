import { p256 } from "@noble/curves/nist.js";
import { expect, test } from "vitest";
import { Point } from "./p256.ts";

test("is the curve that noble, OpenSSL and WebCrypto know as P-256", () => {
  expect(Point.CURVE()).toEqual(p256.Point.CURVE());
  expect(Point.BASE.toHex()).toBe(p256.Point.BASE.toHex());
});
