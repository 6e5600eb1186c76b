/** Sends the request, and prints what went over the wire. */
export async function fetchAloud(url: string, init: RequestInit): Promise<Response> {
  console.log(`  request   ${init.method} ${decodeURIComponent(new URL(url).pathname)}`);
  const response = await fetch(url, init);
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { type?: string; code?: string };
  console.log(`  answer    ${[response.status, body.type ?? body.code].filter(Boolean).join(" ")}`);
  return response;
}
