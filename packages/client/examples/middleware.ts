import { createGridClient, type GridClient, type Middleware } from "@grid-sdk/client";

const correlate: Middleware = {
  onRequest({ request, id }) {
    request.headers.set("X-Correlation-Id", id);
  },
};

export function createCorrelatedClient(): GridClient {
  return createGridClient({ middleware: [correlate] });
}
