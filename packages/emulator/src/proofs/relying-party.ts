import type { Settings } from "../emulation.ts";

/**
 * The accepted origins and RP IDs, as `@simplewebauthn/server` expects them: those of the settings. Without settings: the
 * origin of the client data if it can have passkeys, and every RP ID that its pages may use (WebAuthn, section 5.1.2), that
 * is its host and the domains above it.
 */
export async function readRelyingParty(clientDataJson: string, { origins, rpIds }: Settings) {
  const origin = readOrigin(clientDataJson);
  return {
    expectedOrigin: [...(origins ?? (isSecure(origin) ? [origin] : []))],
    expectedRPID: [...(rpIds ?? (await listDomains(origin)))],
  };
}

function readOrigin(clientDataJson: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientDataJson, "base64url").toString("utf8")).origin);
  } catch {
    return "";
  }
}

/** WebAuthn needs a secure context: https, or a page of this machine (Secure Contexts, section 3.1). */
function isSecure(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" || (protocol === "http:" && /^(.+\.)?localhost$/.test(hostname));
}

/**
 * A host and the domains above it, without public suffixes such as `co.uk` or `github.io` (HTML, "is a registrable domain
 * suffix of"). Empty for an IP address.
 */
async function listDomains(origin: string): Promise<string[]> {
  if (!URL.canParse(origin)) return [];
  const { hostname } = new URL(origin);
  if (/^\[|^[\d.]+$/.test(hostname)) return [];
  // Loaded at the first passkey, because its list is long.
  const { getPublicSuffix } = await import("tldts");
  const suffix = getPublicSuffix(hostname, { allowPrivateDomains: true }) ?? "";
  const labels = hostname.split(".");
  const above = labels.length - suffix.split(".").length;
  return labels.slice(0, Math.max(1, above)).map((_, index) => labels.slice(index).join("."));
}
