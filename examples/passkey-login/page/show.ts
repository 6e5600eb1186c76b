import { toLocalTime } from "./api-clock.ts";

interface Item {
  readonly id: string;
  readonly type: string;
  readonly nickname: string;
  readonly expiresAt: string;
}

/** What there is now, as the backend says. */
export interface State {
  readonly session?: Item;
  readonly sessions?: readonly Item[];
  readonly credentials?: readonly Item[];
  readonly mails: readonly { readonly to: string; readonly code: string; readonly time: string }[];
  readonly isEmulated: boolean;
  /** The time at the API. */
  readonly now: string;
}

export const find = (id: string) => document.querySelector(`#${id}`) as HTMLElement;

/** Shows the account if this browser can sign for its session, else the ways to sign in. */
export function show(state: State, canSign: boolean, hasPasskey: boolean): void {
  const { session, sessions = [], credentials = [] } = canSign ? state : {};
  find("failed").hidden = true;
  find("signed-in").hidden = !session;
  find("signed-out").hidden = session !== undefined;
  find("key-missing").hidden = canSign || !state.session;
  find("passkey").hidden = !hasPasskey;
  find("emulator").hidden = !state.isEmulated;
  find("session").textContent = session ? `Signed in by ${describe(session)}.` : "";
  const own = (item: Item) => (item.id === session?.id ? " (this one)" : "");
  fill(
    "credentials",
    credentials.map((item) => revocableRow(`${item.nickname} (${item.type})`, "credential", item)),
  );
  fill(
    "sessions",
    sessions.map((item) => revocableRow(`${describe(item)}${own(item)}`, "session", item)),
  );
  fill(
    "mails",
    state.mails.map(({ to, code, time }) => row(`To ${to}, ${toLocalTime(time)}: ${code}`)),
  );
}

/** What could not be found out can be asked for again. */
export function showFailure(): void {
  find("failed").hidden = false;
}

function describe({ nickname, expiresAt }: Item): string {
  return `${nickname}, until ${toLocalTime(expiresAt)}`;
}

function fill(list: string, rows: readonly HTMLElement[]): void {
  find(list).replaceChildren(...rows);
}

function row(text: string): HTMLElement {
  const element = document.createElement("li");
  element.append(text);
  return element;
}

/** A row with a button, whose data say what it revokes. */
function revocableRow(text: string, revokes: "credential" | "session", { id, nickname }: Item): HTMLElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: "Revoke" });
  Object.assign(button.dataset, { id, nickname, revokes });
  button.setAttribute("aria-label", `Revoke ${text}`);
  const element = row(text);
  element.append(button);
  return element;
}
