import { createClock } from "../../src/clock.ts";
import type { Emulation } from "../../src/emulation.ts";
import { createOtpSigner } from "../../src/keys/otp-signer.ts";
import { defaultLine } from "../../src/lines/default/line.ts";
import type { Line } from "../../src/lines/line.ts";
import { readSettings } from "../../src/options.ts";
import { createIssuer } from "../../src/proofs/issuer.ts";
import { createState } from "../../src/state/state.ts";

/** All that an emulator has, without a server. */
export function createEmulation(line: Line = defaultLine): Emulation {
  const clock = createClock(() => 0);
  const settings = readSettings(
    { otp: "123456", challengeMs: 1_000, sessionMs: 1_000, challengeEveryMs: 0 },
    line.sealsCodes,
  );
  return {
    line,
    state: createState(clock.now, settings),
    clock,
    settings,
    issuer: createIssuer(() => "http://localhost"),
    signer: createOtpSigner(),
    deliver: () => undefined,
  };
}
