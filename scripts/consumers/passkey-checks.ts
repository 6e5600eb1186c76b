import assert from "node:assert/strict";
import { createPublicKey, ECDH, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from "@simplewebauthn/server";
import { ROOT } from "../workspace/root.ts";
import type { DevicePage } from "./device-page.ts";

const rpId = "localhost";
const CREATION = "jDeyPQLsmK_jP_HmvQiQUE89bwdN0roq9g5Wkobom3E";
const BASE64URL = "5gzIkwr15bp8tfqSVZTwm4q-X-QZkB6A";
const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const creation = { challenge: CREATION, rp: { name: "Example", id: rpId }, user: { id: "dXNlcg", name: "ada" } };
const vectors = new URL("packages/device/test/vectors/device-keys.json", ROOT);

/** What a page with the package does in a real browser; each on a page and an authenticator of its own. */
export const PASSKEY_CHECKS: Readonly<Record<string, (device: DevicePage) => Promise<void>>> = {
  "test vectors": async ({ call }) => assert.equal(await call("runVectors"), "vectors passed"),

  "a passkey registered and used, with both forms of a challenge": async (device) => {
    const attestation = await device.call<PasskeyAttestation>("create", creation);
    assert.deepEqual(attestation.transports, ["internal"]);
    const credential = await checkAttestation(device, attestation);
    const { credentialId: id, transports } = attestation;
    await checkAssertion(device, credential, BASE64URL, { rpId, allowCredentials: [{ id, transports }] });
    await checkAssertion(device, credential, HEX, { rpId });
    await checkAssertion(device, credential, BASE64URL, {});
  },

  "the browser's own reading of options and writing of credentials": async (device) => {
    const { credentialId } = await device.call<PasskeyAttestation>("create", creation);
    for (const challenge of [BASE64URL, HEX]) {
      const [live, json] = await device.call<unknown[]>("compare", challenge, {
        rpId,
        allowCredentials: [credentialId],
      });
      assert.deepEqual(live, json);
    }
  },

  "a ceremony that is cancelled, aborted or has no passkey to use": async (device) => {
    assert.deepEqual(await device.call("get", BASE64URL, { allowCredentials: ["AAAA"], timeout: 500 }), NOT_COMPLETED);
    await device.call("create", creation);
    await device.setUserPresent(false);
    assert.equal(await device.call("abort", BASE64URL, { rpId }, "the user left"), "the user left");
    await device.setUserPresent(true);
    await device.setUserVerified(false);
    const options = { rpId, userVerification: "required" };
    assert.deepEqual(await device.call("get", BASE64URL, options), NOT_COMPLETED);
    await device.setUserVerified(true);
    assert.ok("signature" in (await device.call<object>("get", BASE64URL, options)));
  },

  "a device that has the passkey already": async (device) => {
    const { credentialId } = await device.call<PasskeyAttestation>("create", creation);
    const again = await device.call("create", { ...creation, excludeCredentials: [credentialId] });
    assert.deepEqual(again, { error: "ALREADY_REGISTERED", cause: "InvalidStateError" });
  },

  "another domain's RP ID, and an IP address": async (device) => {
    const wrong = { error: "WRONG_RP", cause: "SecurityError" };
    assert.deepEqual(await device.call("get", BASE64URL, { rpId: "example.com" }), wrong);
    const rp = { name: "Example", id: "example.com" };
    assert.deepEqual(await device.call("create", { ...creation, rp }), wrong);
    await device.page.goto(device.origin.replace("localhost", "127.0.0.1"));
    assert.deepEqual(await device.call("get", BASE64URL, {}), wrong);
  },

  "a page without https": async (device) => {
    await device.page.goto(device.origin.replace("localhost", "insecure.example"));
    for (const [name, ...args] of [["get", BASE64URL, {}], ["create", creation], ["generate"]] as const)
      assert.deepEqual(await device.call(name, ...args), { error: "UNSUPPORTED", cause: undefined });
  },

  "keys in IndexedDB over two reloads": async (device) => {
    const { turnkey, session } = JSON.parse(await readFile(vectors, "utf8"));
    const generated = await device.call("keepClientKeys");
    await device.page.reload();
    assert.equal(await device.call("findClientKey"), generated);
    assert.equal(await device.call("openAndKeep", turnkey.bundle), session.publicKeyCompressed);
    await device.page.reload();
    const stamp = JSON.parse(Buffer.from(await device.call<string>("sign", "ünïcode ✓"), "base64url").toString());
    const signature = Buffer.from(stamp.signature, "hex");
    assert.ok(verify("sha256", Buffer.from("ünïcode ✓"), describeKey(session.publicKeyCompressed), signature));
    assert.equal(await device.call("isExtractable"), false);
  },
};

const NOT_COMPLETED = { error: "NOT_COMPLETED", cause: "NotAllowedError" };

async function checkAttestation(device: DevicePage, attestation: PasskeyAttestation): Promise<WebAuthnCredential> {
  const { credentialId, clientDataJson, attestationObject } = attestation;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: wrap(credentialId, { clientDataJSON: clientDataJson, attestationObject }),
    expectedChallenge: CREATION,
    expectedOrigin: device.origin,
    expectedRPID: rpId,
  });
  assert.ok(verified);
  return registrationInfo.credential;
}

async function checkAssertion(device: DevicePage, credential: WebAuthnCredential, challenge: string, options: object) {
  const assertion = await device.call<PasskeyAssertion>("get", { challenge }, options);
  const { credentialId, clientDataJson, ...rest } = assertion;
  const { verified } = await verifyAuthenticationResponse({
    response: wrap(credentialId, { ...rest, clientDataJSON: clientDataJson }),
    // A server knows the bytes: of the later form its characters.
    expectedChallenge: challenge === HEX ? Buffer.from(HEX).toString("base64url") : challenge,
    expectedOrigin: device.origin,
    expectedRPID: rpId,
    credential,
  });
  assert.ok(verified);
  assert.equal(rest.userHandle, creation.user.id);
}

function wrap<Response extends object>(id: string, response: Response) {
  return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {}, response };
}

function describeKey(compressed: string) {
  const raw = ECDH.convertKey(compressed, "prime256v1", "hex", undefined, "uncompressed") as Buffer;
  const [x, y] = [raw.subarray(1, 33).toString("base64url"), raw.subarray(33).toString("base64url")];
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}
