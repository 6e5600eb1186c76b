/** @jest-environment jsdom */
// A page's test may start the mock. The client is for servers: its tests are better off with `@jest-environment node`.
const { get } = require("node:http");
const { startGridMock } = require("@grid-sdk/mock");

test("the mock runs where a page is played", async () => {
  const mock = await startGridMock();
  const headers = { authorization: `Basic ${btoa("id:secret")}` };
  const status = await new Promise((resolve, reject) => {
    get(`${mock.url}/auth/sessions?accountId=a`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
  expect(status).toBe(200);
  expect(mock.requests).toHaveLength(1);
  await mock.close();
});
