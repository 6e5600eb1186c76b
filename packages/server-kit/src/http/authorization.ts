// RFC 7617, section 2: everything after the first colon is the password.
const BASIC = /^basic +(\S+)$/i;

/** The credentials of an `authorization` header; undefined if it is not Basic. */
export function readBasic(header: string): { readonly user: string; readonly password: string } | undefined {
  const token = BASIC.exec(header)?.[1];
  const decoded = token === undefined ? "" : Buffer.from(token, "base64").toString("utf8");
  const colonAt = decoded.indexOf(":");
  return colonAt < 0 ? undefined : { user: decoded.slice(0, colonAt), password: decoded.slice(colonAt + 1) };
}

/** Masks the secret: `Basic token-id:***`. Of another scheme, only the name stays. */
export function maskAuthorization(header: string): string {
  const basic = readBasic(header);
  return basic ? `Basic ${basic.user}:***` : `${/^\w+ /.exec(header)?.[0] ?? ""}***`;
}
