import { type SessionKey, signPayload } from "@grid-sdk/device";

/** The site whose passkey the user has. */
export const SITE = { origin: "https://example.com", rpId: "example.com" };

/** What a caller makes of a response whose type has been narrowed. */
export function tell(text: string): void {
  console.log(`  narrowed  ${text}`);
}

/** What arrives at the user. */
export function tellMessage(kind: "mail" | "sms", message: { readonly to: string; readonly code: string }): void {
  console.log(`  ${kind.padEnd(9)} to ${message.to}: ${message.code}`);
}

/** Seals or signs on the device, and prints the beginning of what comes of it. */
export async function aloud(what: "sealed" | "signed", made: Promise<string>): Promise<string> {
  const text = await made;
  console.log(`  ${what.padEnd(9)} ${text.slice(0, 40)}…`);
  return text;
}

/** Signs on the device. */
export function signAloud(payload: string, key: SessionKey): Promise<string> {
  return aloud("signed", signPayload(payload, key));
}
