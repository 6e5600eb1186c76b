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

  // A key that cannot be read is a key that is lost: the user signs in again.
  useEffect(() => {
    findSessionKey()
      .then(setSessionKey, forgetSessionKey)
      .finally(() => setReady(true));
  }, []);

  const signIn = async (key: SessionKey) => {
    setSessionKey(key);
    await keepSessionKey(key);
  };
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
