import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { type GridMock, type GridMockOptions, startGridMock } from "../../src/index.ts";

interface OwnRequest {
  readonly body: { readonly type?: string };
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** What types know of replies is the API's; it is tested apart. */
type OwnReply =
  | { readonly when?: (request: OwnRequest) => boolean; readonly [field: string]: unknown }
  | ((request: OwnRequest) => unknown);

export interface OwnMock extends Omit<GridMock, "reply"> {
  reply(operationId: string, reply: OwnReply | readonly OwnReply[]): void;
}

/** Serves the tests' own specification, so that changes of the API do not matter here. */
export async function startOwnMock(options: GridMockOptions = {}): Promise<OwnMock> {
  const mock: Omit<GridMock, "reply"> & { readonly reply: unknown } = await startGridMock({
    ...options,
    fragment: SPECIFICATION,
  });
  return mock as OwnMock;
}
