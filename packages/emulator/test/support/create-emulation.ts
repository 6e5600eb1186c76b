import { createClock } from "../../src/clock.ts";
import type { Emulation } from "../../src/emulation.ts";
import { readSettings } from "../../src/options.ts";
import { createIssuer } from "../../src/proofs/issuer.ts";
import { createState } from "../../src/state/state.ts";

/** All that an emulator has, without a server. */
export function createEmulation(): Emulation {
  const clock = createClock(() => 0);
  const settings = readSettings({ otp: "123456", challengeMs: 1_000, sessionMs: 1_000, challengeEveryMs: 0 });
  const state = createState(clock.now, settings.challengeMs);
  return { state, clock, settings, issuer: createIssuer(() => "http://localhost"), outbox: [] };
}
