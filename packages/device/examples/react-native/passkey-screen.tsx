import type { SessionKey } from "@grid-sdk/device/native";
import { useState } from "react";
import { Button, Text, View } from "react-native";
import { isSupported } from "react-native-passkeys";
import { signInWithPasskey } from "./passkeys";

interface Props {
  readonly onSignedIn: (key: SessionKey) => void;
}

// The library rejects if the user cancels. The phone does not say whether there was a passkey that fits.
export function PasskeyScreen({ onSignedIn }: Props) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const signIn = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const key = await signInWithPasskey();
      if (key) onSignedIn(key);
    } catch {
      setProblem("No passkey was used. Try again, or ask for a code.");
    } finally {
      setBusy(false);
    }
  };

  return (
    <View>
      <Button title="Sign in with a passkey" disabled={isBusy || !isSupported()} onPress={signIn} />
      {problem !== undefined && <Text accessibilityRole="alert">{problem}</Text>}
    </View>
  );
}
