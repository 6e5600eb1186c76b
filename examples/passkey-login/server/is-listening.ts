import { connect } from "node:net";

const TIMEOUT_MS = 1000;

/** Whether something accepts connections at the address. */
export function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isTaken: boolean) => {
      socket.destroy();
      resolve(isTaken);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
    // A full queue: something is there, and busy.
    socket.setTimeout(TIMEOUT_MS, () => end(true));
  });
}
