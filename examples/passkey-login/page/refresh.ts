import { load } from "./api.ts";
import { setApiClock } from "./api-clock.ts";
import { keepFocus } from "./focus.ts";
import { hasSessionKey } from "./session-key.ts";
import { show, showFailure, type State } from "./show.ts";
import { preparePasskey } from "./sign-in.ts";

/** Shows what there is now. If that fails, shows a way to try again, and throws the error. */
export async function refresh(): Promise<void> {
  try {
    const state = await load<State>("state");
    setApiClock(state.now);
    const canSign = state.session !== undefined && (await hasSessionKey(state.session.id));
    const hasPasskey = !canSign && (await preparePasskey());
    keepFocus(() => show(state, canSign, hasPasskey));
  } catch (error) {
    keepFocus(showFailure);
    throw error;
  }
}
