export const credentialId = "AuthMethod:019542f5-b3e7-1d02-0000-000000000001";
export const accountId = "InternalAccount:019542f5-b3e7-1d02-0000-000000000002";
export const sessionId = "Session:019542f5-b3e7-1d02-0000-000000000003";

export const credentials = { clientId: "token-id", clientSecret: "token-secret" };
/** `token-id:token-secret` by RFC 7617. */
export const authorization = "Basic dG9rZW4taWQ6dG9rZW4tc2VjcmV0";
