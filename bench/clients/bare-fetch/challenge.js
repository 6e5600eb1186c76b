const authorization = `Basic ${btoa("bench-id:bench-secret")}`;

export const connect = (baseUrl) => async (id) => {
  const url = `${baseUrl}/auth/credentials/${encodeURIComponent(id)}/challenge`;
  const response = await fetch(url, { method: "POST", headers: { Authorization: authorization } });
  const data = await response.json();
  if (!response.ok) throw new Error(data.code);
  return data;
};
