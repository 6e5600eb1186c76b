import { inspect } from "node:util";
import { describeKey } from "./import-keys.ts";

/** All that could show of values: in a log, as JSON, in a stack trace. */
export function show(values: readonly unknown[]): string {
  const options = { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity } as const;
  return values
    .flatMap((value) => [inspect(value, options), JSON.stringify(value), String(value), (value as Error).stack])
    .join("\n");
}

/** A private key, given in hex, in each way that it may be written. */
export function listSpellings(secret: string): string[] {
  const bytes = Buffer.from(secret, "hex");
  const { jwk } = describeKey(secret);
  return [secret, BigInt(`0x${secret}`).toString(), bytes.toString("base64"), bytes.join(", "), jwk.d];
}
