// Import this first: keys need its random numbers.
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

  // If the app cannot read the store, the user signs in again.
  useEffect(() => {
    findSessionKey()
      .then(setSessionKey, () => undefined)
      .finally(() => setReady(true));
  }, []);

  // If the store fails, the user signs in again at the next start.
  const signIn = (key: SessionKey) => {
    setSessionKey(key);
    keepSessionKey(key).catch(forgetSessionKey);
  };
  // The session itself stays open until it expires. To end it now, revoke it first.
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
