import { createGridFetch, type paths } from "@grid-sdk/client";
import createClient from "openapi-fetch";

const baseUrl = process.env["GRID_BASE_URL"] ?? "https://api.lightspark.com/grid/2025-10-13";

export const api = createClient<paths>({ baseUrl, fetch: createGridFetch({ baseUrl, deadlineMs: 10_000 }) });
