import type { Page } from "playwright-core";

/** The virtual device that has a page's passkeys. */
export type PasskeyDevice = Awaited<ReturnType<typeof addPasskeyDevice>>;

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
export async function addPasskeyDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  return {
    /** Whether its user is verified. */
    async setUserVerified(isUserVerified: boolean): Promise<void> {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    /** Whether its user taps at once, or not at all. */
    async setUserPresent(enabled: boolean): Promise<void> {
      await session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
  };
}
