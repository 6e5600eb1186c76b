import { createGridClient, type GridClient, type GridMiddleware } from "@grid-sdk/client";

const correlate: GridMiddleware = {
  onRequest({ request, id }) {
    request.headers.set("X-Correlation-Id", id);
  },
};

export function createCorrelatedClient(): GridClient {
  return createGridClient({ middleware: [correlate] });
}
