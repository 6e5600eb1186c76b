import { createAct } from "./act.ts";
import { post } from "./api.ts";
import { change, registerPasskey } from "./change.ts";
import type { Line } from "./line.ts";
import { refresh } from "./refresh.ts";
import { forgetSessionKey, keepSessionKey } from "./session-key.ts";
import { find, showLine } from "./show.ts";
import { createSignIn } from "./sign-in.ts";

const input = (id: string) => find(id) as HTMLInputElement;

async function signOut(): Promise<void> {
  await change("session/revoke", {});
  await forgetSessionKey();
}

/** Shows the current state, and does nothing else. */
const look = async () => {};

/** Connects the page with a line of the API. */
export async function start<Kept extends object>(line: Line<Kept>): Promise<void> {
  const signIn = createSignIn(line);
  const act = createAct(() => refresh(signIn.preparePasskey));

  function onClick(id: string, done: string, action: () => Promise<unknown>): void {
    find(id).addEventListener("click", () => act(find(id).innerText, done, action));
  }

  /** Forms are only for the Enter key: they send nothing. */
  function onSubmit(id: string, done: string, action: () => Promise<unknown>): void {
    find(id).addEventListener("submit", (event) => {
      event.preventDefault();
      void act(find(id).querySelector("button")?.innerText ?? "", done, action);
    });
  }

  /** The buttons of a list come and go: the list listens for them. */
  function onRevoke(list: string): void {
    find(list).addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      const { id, nickname, revokes } = target.dataset;
      void act(`Revoke ${nickname}`, `Revoked: ${nickname}.`, () => change(`${revokes}/revoke`, { id }));
    });
  }

  async function enterCode(): Promise<void> {
    await signIn.withCode(input("otp").value.trim());
    input("otp").value = "";
  }

  async function refreshSession(): Promise<void> {
    const opened = await line.refresh?.();
    if (opened) await keepSessionKey(opened.key, opened.id);
  }

  showLine(line);
  onClick("retry", "", look);
  onClick("mail", "A code is on its way.", () => signIn.askForCode("EMAIL_OTP"));
  onClick("text", "A code is on its way.", () => signIn.askForCode("SMS_OTP"));
  onClick("passkey", "Signed in.", signIn.withPasskey);
  onClick("refresh", "Your session goes on, with a new key.", refreshSession);
  onClick("sign-out", "Signed out.", signOut);
  onClick("advance", "15 minutes have passed.", () => post("advance", { ms: 15 * 60_000 }));
  onSubmit("code", "Signed in.", enterCode);
  onSubmit("register", "The passkey is registered.", () => registerPasskey(input("nickname").value.trim()));
  onRevoke("credentials");
  onRevoke("sessions");
  await act("Open the page", "", look);
}
