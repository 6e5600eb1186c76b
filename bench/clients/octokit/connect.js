import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";

const RetryingOctokit = Octokit.plugin(retry);

export function connectOctokit(baseUrl) {
  const octokit = new RetryingOctokit({ baseUrl, retry: { retries: 2 } });
  octokit.hook.before("request", (options) => {
    options.headers.authorization = `Basic ${btoa("bench-id:bench-secret")}`;
    options.headers.accept = "application/json";
    options.request.signal = AbortSignal.timeout(30_000);
  });
  return octokit.request;
}
