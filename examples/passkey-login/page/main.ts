import { act } from "./act.ts";
import { post } from "./api.ts";
import { change, registerPasskey } from "./change.ts";
import { forgetSessionKey } from "./session-key.ts";
import { find } from "./show.ts";
import { signInWithCode, signInWithPasskey } from "./sign-in.ts";

const input = (id: string) => find(id) as HTMLInputElement;

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

/** The buttons of a list come and go: the list listens for them. */
function onRevoke(list: string): void {
  find(list).addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const { id, nickname, revokes } = target.dataset;
    void act(`Revoked: ${nickname}.`, () => change(`${revokes}/revoke`, { id }));
  });
}

async function enterCode(): Promise<void> {
  await signInWithCode(input("otp").value.trim());
  input("otp").value = "";
}

async function signOut(): Promise<void> {
  await change("session/revoke", {});
  await forgetSessionKey();
}

/** Only looks at what there is now. */
const start = () => act("", async () => {});

onClick("retry", start);
onClick("send", () => act("A code is on its way.", () => post("code/send")));
onClick("passkey", () => act("Signed in.", signInWithPasskey));
onClick("sign-out", () => act("Signed out.", signOut));
onClick("advance", () => act("15 minutes have passed.", () => post("advance", { ms: 15 * 60_000 })));
onSubmit("code", () => act("Signed in.", enterCode));
onSubmit("register", () => act("The passkey is registered.", () => registerPasskey(input("nickname").value.trim())));
onRevoke("credentials");
onRevoke("sessions");
await start();
