import { RequestError } from "./api.ts";
import { explain } from "./explain.ts";
import { refresh } from "./refresh.ts";
import { forgetSessionKey } from "./session-key.ts";
import { find } from "./show.ts";

let isBusy = false;

/** Does what a button is for, says how it went, and shows what there is now. A second click meanwhile does nothing. */
export async function act(done: string, action: () => Promise<unknown>): Promise<void> {
  if (isBusy) return;
  setBusy(true);
  try {
    find("status").textContent = "One moment…";
    const said = await action().then(() => done, explainAndEnd);
    const failed = await refresh().then(() => "", explain);
    find("status").textContent = failed === said ? said : `${said} ${failed}`.trim();
  } finally {
    setBusy(false);
  }
}

/** What went wrong. The session has ended if the backend says so, not after any 401: its key is needed until then. */
async function explainAndEnd(error: unknown): Promise<string> {
  if (error instanceof RequestError && error.reason === "SESSION_ENDED") await forgetSessionKey();
  return explain(error);
}

/** By `aria-disabled`: `disabled` would take the focus from the button. */
function setBusy(isNow: boolean): void {
  isBusy = isNow;
  for (const section of document.querySelectorAll("section")) section.setAttribute("aria-busy", String(isNow));
  for (const button of document.querySelectorAll("button")) button.setAttribute("aria-disabled", String(isNow));
}
