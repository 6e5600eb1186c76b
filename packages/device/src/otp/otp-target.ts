import { hexToBytes } from "@noble/curves/utils.js";
import { readField } from "../bytes/read-field.ts";
import { GridDeviceError } from "../errors/grid-device-error.ts";
import type { Point } from "../keys/p256.ts";
import { readPoint } from "../keys/read-point.ts";

/** The fields of a bundle before it is verified. None of them is trusted. */
interface Bundle {
  /** JSON, in hex. */
  readonly hex: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly dataSignature?: unknown;
  readonly enclaveQuorumPublic?: unknown;
}

const UNREADABLE =
  "the bundle is not valid: expected the API's otpEncryptionTargetBundle, a JSON string with data, " +
  "dataSignature and enclaveQuorumPublic";
const OTHER_SIGNER =
  "the bundle names another signer: expected a key of options.signer, or production's if it is not set";
const WRONG_SIGNATURE =
  "the bundle's signature is wrong: expected dataSignature to be the signer's signature over data";
const NO_TARGET = "the bundle has no key to seal for: expected data to contain targetPublic, a P-256 public key in hex";
const ADVICE =
  "Nothing was sealed. A sandbox has a signer of its own: pass its public key as options.signer (of the emulator, " +
  'emulator.otpSigner). Where it is not published, "unverified" skips the check; anyone who can change the bundle on its ' +
  "way can then read the code";

/** Verifies a signature (DER in hex) over a message. */
export type Verify = (signer: Point, der: unknown, message: Uint8Array<ArrayBuffer>) => boolean | Promise<boolean>;

/** The key in a bundle to seal for, verified unless `signers` is undefined. Throws `UNTRUSTED_BUNDLE`. */
export async function readOtpTarget(
  text: string,
  signers: readonly Point[] | undefined,
  verify: Verify,
): Promise<Point> {
  const bundle = parseBundle(text);
  if (signers && !(await verify(findSigner(bundle, signers), bundle.dataSignature, bundle.data)))
    throw distrust(WRONG_SIGNATURE);
  const target = readPoint(readField(parseHex(bundle.hex), "targetPublic"));
  if (!target) throw distrust(NO_TARGET);
  return target;
}

function parseBundle(text: string): Bundle {
  try {
    const bundle: unknown = JSON.parse(text);
    const hex = readField(bundle, "data") as string;
    return {
      hex,
      data: Uint8Array.from(hexToBytes(hex)),
      dataSignature: readField(bundle, "dataSignature"),
      enclaveQuorumPublic: readField(bundle, "enclaveQuorumPublic"),
    };
  } catch {
    throw distrust(UNREADABLE);
  }
}

/** A key in the bundle proves nothing: it has to be one of the expected keys. */
function findSigner(bundle: Bundle, signers: readonly Point[]): Point {
  const named = readPoint(bundle.enclaveQuorumPublic);
  const signer = named && signers.find((expected) => expected.equals(named));
  if (!signer) throw distrust(OTHER_SIGNER);
  return signer;
}

/** Not TextDecoder, which Jest's jsdom lacks. */
function parseHex(hex: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(hex.replace(/../g, "%$&")));
  } catch {
    return undefined;
  }
}

function distrust(problem: string): GridDeviceError {
  return new GridDeviceError("UNTRUSTED_BUNDLE", `${problem}. ${ADVICE}`);
}
