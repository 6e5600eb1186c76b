import { readBasic } from "@grid-sdk/server-kit";

/** Prism refuses an empty password and one with a colon. RFC 7617, section 2, allows both. */
export function toPrismAuthorization(header: string): string {
  const basic = readBasic(header);
  return basic ? `Basic ${Buffer.from(`${basic.user}:secret`).toString("base64")}` : header;
}
