// First: what makes random numbers has to be there before keys.
import "react-native-get-random-values";
import type { SessionKey } from "@grid-sdk/device/native";
import { useEffect, useState } from "react";
import { Button, Text, View } from "react-native";
import { CodeScreen } from "./code-screen";
import { findSessionKey, forgetSessionKey, keepSessionKey } from "./key-store";
import { PasskeyScreen } from "./passkey-screen";

export function App() {
  const [sessionKey, setSessionKey] = useState<SessionKey>();
  const [isReady, setReady] = useState(false);

  // Where the store cannot be read, the user signs in again.
  useEffect(() => {
    findSessionKey()
      .then(setSessionKey, () => undefined)
      .finally(() => setReady(true));
  }, []);

  // Where the store fails, the user signs in again at the next start.
  const signIn = (key: SessionKey) => {
    setSessionKey(key);
    keepSessionKey(key).catch(forgetSessionKey);
  };
  // The session itself ends in time, or at once if you revoke it before.
  const signOut = async () => {
    setSessionKey(undefined);
    await forgetSessionKey();
  };

  if (!isReady) return <Text>One moment</Text>;
  if (sessionKey)
    return (
      <View>
        <Text>You are signed in.</Text>
        <Button title="Sign out" onPress={signOut} />
      </View>
    );
  return (
    <View>
      <PasskeyScreen onSignedIn={signIn} />
      <CodeScreen onSignedIn={signIn} />
    </View>
  );
}
