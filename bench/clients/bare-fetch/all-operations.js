const authorization = `Basic ${btoa("bench-id:bench-secret")}`;

export function connect(baseUrl) {
  const call = async (method, path, body, signed) => {
    const headers = { Authorization: authorization, "Content-Type": "application/json", ...signed };
    const response = await fetch(baseUrl + path, { method, headers, body: body && JSON.stringify(body) });
    const data = response.status === 204 ? undefined : await response.json();
    if (!response.ok) throw new Error(data.code);
    return { status: response.status, data };
  };
  return {
    listAuthCredentials: (accountId) => call("GET", `/auth/credentials?${new URLSearchParams({ accountId })}`),
    createAuthCredential: (body, signed) => call("POST", "/auth/credentials", body, signed),
    revokeAuthCredential: (id, signed) =>
      call("DELETE", `/auth/credentials/${encodeURIComponent(id)}`, undefined, signed),
    challengeAuthCredential: (id) => call("POST", `/auth/credentials/${encodeURIComponent(id)}/challenge`),
    verifyAuthCredential: (id, body) => call("POST", `/auth/credentials/${encodeURIComponent(id)}/verify`, body),
    listAuthSessions: (accountId) => call("GET", `/auth/sessions?${new URLSearchParams({ accountId })}`),
    revokeAuthSession: (id, signed) => call("DELETE", `/auth/sessions/${encodeURIComponent(id)}`, undefined, signed),
  };
}
