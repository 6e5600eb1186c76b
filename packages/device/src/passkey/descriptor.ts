import { decodeBase64url } from "../bytes/base64url.ts";
import { readBase64url } from "../bytes/read-bytes.ts";
import type { PasskeyTransport, PublicKeyCredentialDescriptorJSON } from "./options-json.ts";

/** A passkey: its WebAuthn id (`credentialId`, not the API's `AuthMethod:…`), best with its transports. */
export type PasskeyDescriptor = string | { readonly id: string; readonly transports?: readonly string[] | undefined };

export function toDescriptor(passkey: PasskeyDescriptor) {
  const descriptor = (typeof passkey === "string" ? { id: passkey } : passkey) as {
    readonly id: string;
    readonly transports?: PasskeyTransport[] | undefined;
  };
  return {
    ...descriptor,
    type: "public-key",
    id: readBase64url(descriptor, "id", "a WebAuthn id (not an AuthMethod:…)"),
  } as const;
}

/** In the form that `navigator.credentials` accepts. */
export function decodeDescriptor(descriptor: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  // The DOM library's types list fewer transports than browsers know. Browsers ignore unknown transports.
  return { ...descriptor, id: decodeBase64url(descriptor.id) } as PublicKeyCredentialDescriptor;
}
