import {
  type DelegatedKey,
  type DelegatedKeyCreateRequest,
  type GridClient,
  signedRetry,
} from "@grid-sdk/client/latest";

// The API asks for two signatures, each over a payload of its own: `sign` is called twice.
export async function delegateKey(
  grid: GridClient,
  body: DelegatedKeyCreateRequest,
  sign: (payload: string) => Promise<string>,
): Promise<DelegatedKey> {
  const create = (signed: object) => grid.createDelegatedKey({ body, ...signed });
  const { data } = await signedRetry(create, sign, { signatures: 2 });
  return data;
}
