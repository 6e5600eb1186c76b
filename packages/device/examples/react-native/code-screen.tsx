import { isGridDeviceError, type SessionKey } from "@grid-sdk/device/native";
import { useState } from "react";
import { Button, Text, TextInput, View } from "react-native";
import { askForCode, type CodeType, signInWithCode } from "./sign-in-with-code";

interface Props {
  readonly onSignedIn: (key: SessionKey) => void;
}

/** What the user asked for. */
interface Request {
  readonly type: CodeType;
  readonly bundle: string;
}

// First the choice: mail or SMS. Then the code. After a wrong code, the user can type again: the bundle stays the same.
export function CodeScreen({ onSignedIn }: Props) {
  const [request, setRequest] = useState<Request>();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const run = async (task: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await task();
    } catch (error) {
      // An error of this package: its message is for you, not for the user.
      if (isGridDeviceError(error)) console.warn(error.message);
      setProblem("That did not work. Try the code again, or ask for a new one.");
    } finally {
      setBusy(false);
    }
  };
  const ask = (type: CodeType) =>
    run(async () => {
      setCode("");
      setRequest({ type, bundle: await askForCode(type) });
    });
  const signIn = ({ type, bundle }: Request) => run(async () => onSignedIn(await signInWithCode(type, bundle, code)));

  return (
    <View>
      <Button title="Mail me a code" disabled={isBusy} onPress={() => ask("EMAIL_OTP")} />
      <Button title="Text me a code" disabled={isBusy} onPress={() => ask("SMS_OTP")} />
      {request && (
        <>
          <TextInput
            accessibilityLabel="Code"
            autoComplete="one-time-code"
            textContentType="oneTimeCode"
            autoCapitalize="none"
            value={code}
            onChangeText={setCode}
          />
          <Button title="Sign in" disabled={isBusy || code.trim() === ""} onPress={() => signIn(request)} />
        </>
      )}
      {problem !== undefined && <Text accessibilityRole="alert">{problem}</Text>}
    </View>
  );
}
