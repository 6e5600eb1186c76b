import { expect, test } from "vitest";
import { createGridClient } from "../src/index.ts";
import { authorization, credentials } from "./support/example-ids.ts";

// The API reference page:
// curl --request POST --url https://api.lightspark.com/grid/2025-10-13/auth/credentials/{id}/challenge
//      --header 'Authorization: Basic <encoded-value>'
test("makes the request of the reference page's curl", async () => {
  const sent: Request[] = [];
  const grid = createGridClient({
    ...credentials,
    // A test cannot call the production host, so it checks the request where it would leave the process.
    fetch: async (url, init) => {
      sent.push(new Request(url, init));
      return Response.json({});
    },
  });
  await grid.challengeAuthCredential({ path: { id: "{id}" } });

  const [request] = sent;
  expect(sent).toHaveLength(1);
  expect(request?.method).toBe("POST");
  expect(request?.url).toBe("https://api.lightspark.com/grid/2025-10-13/auth/credentials/%7Bid%7D/challenge");
  expect(request?.headers.get("authorization")).toBe(authorization);
  expect([...(request?.headers.keys() ?? [])]).toEqual(["authorization", "user-agent"]);
  expect(request?.body).toBeNull();
});
