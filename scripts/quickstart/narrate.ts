import { type SessionKey, signPayload } from "@grid-sdk/device";
import { createTerminal, formatLine, type Part } from "@grid-sdk/terminal";

/** The site whose passkey the user has. */
export const SITE = { origin: "https://example.com", rpId: "example.com" };

const terminal = createTerminal();
/** Of the labels, with the space that follows the longest one. */
const LABEL_WIDTH = 9;

/** Prints the title of a step of the story. */
export function printTitle(title: string): void {
  console.log(`\n${formatLine([[title, "bold"]], terminal)}`);
}

/** Prints one line of the story: a label, for example `response`, and what belongs to it. */
export function printLine(label: string, ...parts: readonly Part[]): void {
  const indent = LABEL_WIDTH + 3;
  console.log(formatLine([[`  ${label.padEnd(LABEL_WIDTH)}`, "dim"], ...parts], terminal, { gap: " ", indent }));
}

/** Prints what a caller knows of a response after narrowing its type. */
export function printNarrowed(text: string): void {
  printLine("narrowed", [text, "cyan"]);
}

/** Prints a message that arrives at the user. */
export function printMessage(kind: "mail" | "sms", { to, code }: { readonly to: string; readonly code: string }): void {
  printLine(kind, `to ${to}:`, [code, "bold"]);
}

/** Waits for what the device seals or signs, and prints its first characters. */
export async function printMade(what: "sealed" | "signed", made: Promise<string>): Promise<string> {
  const text = await made;
  printLine(what, `${text.slice(0, 40)}…`);
  return text;
}

/** Signs on the device, and prints the signature. */
export function signAloud(payload: string, key: SessionKey): Promise<string> {
  return printMade("signed", signPayload(payload, key));
}
