import { RequestError } from "./api.ts";
import { explain } from "./explain.ts";
import { forgetSessionKey } from "./session-key.ts";
import { say } from "./status.ts";
import { startAction } from "./wire.ts";

/**
 * Returns the function that runs the action of a button, under a title. It says how the action went, and refreshes the
 * page. A second click meanwhile does nothing.
 */
export function createAct(refresh: () => Promise<void>) {
  let isBusy = false;
  return async (title: string, done: string, action: () => Promise<unknown>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    showBusy(true);
    startAction(title);
    try {
      say("busy", "One moment…");
      const problem = await action().then(() => "", explainAndEnd);
      const alsoFailed = await refresh().then(() => "", explain);
      const result = problem || done;
      const all = alsoFailed === result ? result : `${result} ${alsoFailed}`.trim();
      if (problem || alsoFailed) say("failed", all);
      else say(done ? "done" : "ready", done);
    } finally {
      isBusy = false;
      showBusy(false);
    }
  };
}

/** What went wrong. The session has ended if the backend says so, not after any 401: its key is needed until then. */
async function explainAndEnd(error: unknown): Promise<string> {
  if (error instanceof RequestError && error.reason === "SESSION_ENDED") await forgetSessionKey();
  return explain(error);
}

/** Uses `aria-disabled`: with `disabled`, the button would lose the focus. */
function showBusy(isNow: boolean): void {
  for (const section of document.querySelectorAll("section")) section.setAttribute("aria-busy", String(isNow));
  for (const button of document.querySelectorAll("button")) button.setAttribute("aria-disabled", String(isNow));
}
