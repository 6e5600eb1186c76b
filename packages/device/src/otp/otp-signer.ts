/** A public key in hex, several of them, or no check at all. */
export type OtpSigner = "unverified" | (string & Record<never, never>) | readonly string[];

/**
 * The public key that signs `otpEncryptionTargetBundle` in production: the key of Turnkey's TLS fetcher.
 * `@turnkey/crypto` (2.13.2) publishes it as `PRODUCTION_TLS_FETCHER_SIGN_PUBLIC_KEY`. Turnkey's Go and Swift SDKs have
 * the same value. Wallet exports have another signer.
 */
export const PRODUCTION_OTP_SIGNER: string =
  "046b4f88421f76b6ba418afc2ea1d8ced671337d7db6b80478a60d8531bf8f17fa9a512f0fef96fc0c9b4cd9dff70b34992e520ce04c79d931f6ff6296b547d201";
