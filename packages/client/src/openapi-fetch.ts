// The only import of openapi-fetch. Its createClient is not among them: that alone is two thirds of what this whole
// client may weigh, and brings middleware and per-call overrides that would go around the checks of this one.
export { createFinalURL } from "openapi-fetch";
export type { FetchResponse, ParamsOption, RequestBodyOption } from "openapi-fetch";
