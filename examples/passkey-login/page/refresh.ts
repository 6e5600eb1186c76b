import { load } from "./api.ts";
import { setApiClock } from "./api-clock.ts";
import { keepFocus } from "./focus.ts";
import { hasSessionKey } from "./session-key.ts";
import { show, showFailure, type State } from "./show.ts";
import { hasCode } from "./sign-in.ts";

/** Shows the current state. If that fails, it shows a button to try again and throws the error. */
export async function refresh(preparePasskey: () => Promise<boolean>): Promise<void> {
  try {
    const state = await load<State>("state");
    setApiClock(state.now);
    const canSign = state.session !== undefined && (await hasSessionKey(state.session.id));
    const device = { canSign, hasCode: await hasCode(), hasPasskey: !canSign && (await preparePasskey()) };
    keepFocus(() => show(state, device));
  } catch (error) {
    keepFocus(showFailure);
    throw error;
  }
}
