import { exportSessionKey, importSessionKey, type SessionKey } from "@grid-sdk/device/native";
import * as Keychain from "react-native-keychain";

const SERVICE = "grid-session-key";
const OPTIONS = { service: SERVICE, accessible: Keychain.ACCESSIBLE.WHEN_UNLOCKED_THIS_DEVICE_ONLY };

export async function keepSessionKey(sessionKey: SessionKey): Promise<void> {
  await Keychain.setGenericPassword("session", await exportSessionKey(sessionKey), OPTIONS);
}

export async function findSessionKey(): Promise<SessionKey | undefined> {
  const kept = await Keychain.getGenericPassword(OPTIONS);
  return kept === false ? undefined : importSessionKey(kept.password);
}

export async function forgetSessionKey(): Promise<void> {
  await Keychain.resetGenericPassword(OPTIONS);
}
