import type { Emulator } from "./lines/line.ts";

/** A code that the emulator "sent". */
export interface Message {
  readonly by: "mail" | "SMS";
  readonly to: string;
  readonly code: string;
  readonly time: string;
}

const SHOWN = 3;

/** The last codes of the emulator, latest first. With another API, only the user's phone has the code. */
export function listMessages({ outbox = [], texts = [] }: Partial<Emulator> = {}): Message[] {
  const sent = [
    ...outbox.map((mail) => ({ ...mail, by: "mail" as const })),
    ...texts.map((text) => ({ ...text, by: "SMS" as const })),
  ];
  const latestFirst = sent.toReversed().toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time));
  return latestFirst.slice(0, SHOWN).map(({ by, to, code, time }) => ({ by, to, code, time }));
}
