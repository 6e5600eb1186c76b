import type { Message } from "../server/messages.ts";
import { toLocalTime } from "./api-clock.ts";
import type { Line } from "./line.ts";

interface Item {
  readonly id: string;
  readonly type: string;
  readonly nickname: string;
  readonly expiresAt: string;
}

/** The current state, from the backend. */
export interface State {
  readonly session?: Item;
  readonly sessions?: readonly Item[];
  readonly credentials?: readonly Item[];
  readonly messages: readonly Message[];
  readonly isEmulated: boolean;
  /** The time at the API. */
  readonly now: string;
}

/** What this browser can do now. */
export interface Device {
  /** Whether it has the key of the session. */
  readonly canSign: boolean;
  readonly hasCode: boolean;
  readonly hasPasskey: boolean;
}

/** The types of credentials, in words for the user. */
const TYPES: Readonly<Record<string, string>> = {
  EMAIL_OTP: "code by mail",
  SMS_OTP: "code by SMS",
  PASSKEY: "passkey",
  OAUTH: "identity provider",
};

export const find = (id: string) => document.querySelector(`#${id}`) as HTMLElement;

/** Shows what the line of the API has. */
export function showLine({ name, codeTypes, refresh }: Pick<Line, "name" | "codeTypes" | "refresh">): void {
  find("line").textContent = `API: ${name}`;
  find("text").hidden = !codeTypes.includes("SMS_OTP");
  find("refresh").hidden = refresh === undefined;
}

/** Shows the account if this browser can sign for its session, else the ways to sign in. */
export function show(state: State, { canSign, hasCode, hasPasskey }: Device): void {
  const { session, sessions = [], credentials = [] } = canSign ? state : {};
  find("failed").hidden = true;
  find("signed-in").hidden = !session;
  find("signed-out").hidden = session !== undefined;
  find("key-missing").hidden = canSign || !state.session;
  find("passkey").hidden = !hasPasskey;
  find("emulator").hidden = !state.isEmulated;
  find("session").textContent = session ? `Signed in by ${describe(session)}.` : "";
  // One button of the sign-in is highlighted: the one to press next.
  const next = hasCode ? "enter" : hasPasskey ? "passkey" : "mail";
  for (const id of ["passkey", "mail", "enter"]) find(id).classList.toggle("primary", id === next);
  const own = (item: Item) => (item.id === session?.id ? " (this one)" : "");
  fill("credentials", credentials, (item) => revocableRow(item.nickname, nameType(item), "credential", item));
  fill("sessions", sessions, (item) => revocableRow(item.nickname + own(item), describeEnd(item), "session", item));
  fill("messages", state.messages, ({ by, to, code, time }) => row(code, `${by} to ${to}, ${toLocalTime(time)}`));
}

/** Shows a button to try again. */
export function showFailure(): void {
  find("failed").hidden = false;
}

function describe(item: Item): string {
  return `${item.nickname}, ${describeEnd(item)}`;
}

function describeEnd(item: Item): string {
  return `${nameType(item)}, until ${toLocalTime(item.expiresAt)}`;
}

function nameType({ type }: Item): string {
  return TYPES[type] ?? type;
}

function fill<Shown>(list: string, items: readonly Shown[], makeRow: (item: Shown) => HTMLElement): void {
  find(list).replaceChildren(...items.map((item) => makeRow(item)));
}

function row(text: string, detail: string): HTMLElement {
  const item = document.createElement("li");
  const [main, small] = [document.createElement("strong"), document.createElement("small")];
  main.textContent = text;
  small.textContent = detail;
  const words = document.createElement("div");
  words.append(main, " ", small);
  item.append(words);
  return item;
}

/** A row with a button, whose data say what it revokes. */
function revocableRow(text: string, detail: string, revokes: "credential" | "session", item: Item): HTMLElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: "Revoke", className: "danger" });
  Object.assign(button.dataset, { id: item.id, nickname: item.nickname, revokes });
  button.setAttribute("aria-label", `Revoke ${text}, ${detail}`);
  const made = row(text, detail);
  made.append(button);
  return made;
}
