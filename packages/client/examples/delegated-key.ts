import {
  type DelegatedKey,
  type DelegatedKeyCreateRequest,
  type GridClient,
  signedRetry,
} from "@grid-sdk/client/latest";

// The API requires two signatures, each over its own payload: `sign` is called twice.
export async function delegateKey(
  grid: GridClient,
  body: DelegatedKeyCreateRequest,
  sign: (payload: string) => Promise<string>,
): Promise<DelegatedKey> {
  const create = (signed: object) => grid.createDelegatedKey({ body, ...signed });
  const { data } = await signedRetry(create, sign, { signatures: 2 });
  return data;
}
