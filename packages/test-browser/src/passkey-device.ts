import type { Page } from "playwright-core";

/** The virtual device that has a page's passkeys. */
export interface PasskeyDevice {
  /** Whether its user is verified. */
  setUserVerified(isUserVerified: boolean): Promise<void>;
  /** Whether its user taps at once, or not at all. */
  setUserPresent(isUserPresent: boolean): Promise<void>;
}

/** The built-in authenticator of a phone or laptop: it stores passkeys, and its user is present and verified. */
const AUTHENTICATOR = {
  protocol: "ctap2",
  ctap2Version: "ctap2_1",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** Gives a page a virtual authenticator (Chrome DevTools Protocol, domain WebAuthn). */
export async function addPasskeyDevice(page: Page): Promise<PasskeyDevice> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  return {
    async setUserVerified(isUserVerified) {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    async setUserPresent(enabled) {
      await session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
  };
}
