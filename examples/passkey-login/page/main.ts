import { isGridDeviceError } from "@grid-sdk/device";
import { del } from "idb-keyval";
import { post } from "./api.ts";
import { change, registerPasskey } from "./change.ts";
import { preparePasskey, signInWithCode, signInWithPasskey } from "./sign-in.ts";

interface Item {
  readonly id: string;
  readonly type: string;
  readonly nickname: string;
  readonly expiresAt: string;
}
interface State {
  readonly session?: Item;
  readonly sessions?: readonly Item[];
  readonly credentials?: readonly Item[];
  readonly mails: readonly { readonly to: string; readonly code: string; readonly time: string }[];
  readonly isEmulated: boolean;
}

const find = <Name extends HTMLElement = HTMLElement>(id: string) => document.querySelector<Name>(`#${id}`) as Name;
const value = (id: string) => find<HTMLInputElement>(id).value.trim();
const time = (at: string) => new Date(at).toLocaleTimeString();
const say = (text: string) => void (find("status").textContent = text);

/** Does what a button is for, says how it went, and shows what there is now. */
async function act(done: string, action: () => Promise<unknown>): Promise<void> {
  say("…");
  const said = await action().then(() => done, explain);
  const failed = await refresh().then(() => undefined, explain);
  say(failed ?? said);
}

function explain(error: unknown): string {
  if (isGridDeviceError(error, "NOT_COMPLETED")) return "That was not completed. Try again when you are ready.";
  if (isGridDeviceError(error, "ALREADY_REGISTERED")) return "This device has a passkey here already.";
  const { message, status } = error as Error & { status?: number };
  if (status === 401) void del("session");
  return message;
}

async function refresh(): Promise<void> {
  const { session, sessions = [], credentials = [], mails, isEmulated } = await post<State>("state", {}, false);
  find("signed-in").hidden = !session;
  find("signed-out").hidden = session !== undefined;
  find("emulator").hidden = !isEmulated;
  find("mails").replaceChildren(...mails.map(({ to, code, time: at }) => row(`To ${to}, ${time(at)}: ${code}`)));
  if (!session) {
    find("passkey").hidden = !(await preparePasskey());
    return;
  }
  find("session").textContent = `Signed in by ${session.nickname}, until ${time(session.expiresAt)}.`;
  find("credentials").replaceChildren(
    ...credentials.map((item) => row(`${item.nickname} (${item.type})`, () => revoke("credential", item))),
  );
  find("sessions").replaceChildren(
    ...sessions.map((item) =>
      row(`${item.nickname}, until ${time(item.expiresAt)}${item.id === session.id ? " (this one)" : ""}`, () =>
        revoke("session", item),
      ),
    ),
  );
}

function revoke(route: string, { id, nickname }: Item): Promise<void> {
  return act(`Revoked: ${nickname}.`, () => change(`${route}/revoke`, { id }));
}

/** An item of a list, with a button that revokes it. */
function row(text: string, onRevoke?: () => Promise<void>): HTMLElement {
  const item = document.createElement("li");
  item.append(text);
  if (onRevoke) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: "Revoke" });
    button.addEventListener("click", () => void onRevoke());
    button.setAttribute("aria-label", `Revoke ${text}`);
    item.append(button);
  }
  return item;
}

function onClick(id: string, click: () => void): void {
  find(id).addEventListener("click", click);
}

/** Forms are for the Enter key; nothing is sent by them. */
function onSubmit(id: string, submit: () => void): void {
  find(id).addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}

onClick("send", () => act("A code is on its way.", () => post("code/send")));
onClick("passkey", () => act("Signed in.", signInWithPasskey));
onClick("sign-out", () => act("Signed out.", () => change("session/revoke", {})));
onClick("advance", () => act("15 minutes have passed.", () => post("advance", { ms: 15 * 60_000 })));
onSubmit("code", () => act("Signed in.", () => signInWithCode(value("otp"))));
onSubmit("register", () => act("The passkey is registered.", () => registerPasskey(value("nickname"))));
await refresh();
