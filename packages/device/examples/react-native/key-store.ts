import { exportSessionKey, importSessionKey, type SessionKey } from "@grid-sdk/device/native";
import * as SecureStore from "expo-secure-store";

const NAME = "grid-session-key";
// Only on this phone, and not while it is locked.
const OPTIONS = { keychainAccessible: SecureStore.WHEN_UNLOCKED_THIS_DEVICE_ONLY };

// After each sign-in and refresh. For a moment, the private key is a string: do not put it anywhere else.
export async function keepSessionKey(sessionKey: SessionKey): Promise<void> {
  await SecureStore.setItemAsync(NAME, await exportSessionKey(sessionKey), OPTIONS);
}

// When the app starts. Only the API knows whether the session is still open: after a 401, sign in again.
export async function findSessionKey(): Promise<SessionKey | undefined> {
  const exported = await SecureStore.getItemAsync(NAME, OPTIONS);
  return exported === null ? undefined : importSessionKey(exported);
}

// When the user signs out, and when the session has ended.
export async function forgetSessionKey(): Promise<void> {
  await SecureStore.deleteItemAsync(NAME, OPTIONS);
}
