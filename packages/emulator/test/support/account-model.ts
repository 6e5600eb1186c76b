import { isGridError } from "@grid-sdk/client";
import { signPayload } from "@grid-sdk/device";
import fc from "fast-check";
import { expect } from "vitest";
import type { SoftwareAuthenticator } from "../../src/index.ts";
import { type OpenSession, registration } from "./start-flow.ts";

export const SESSION_MS = 1_000_000;
export const CHALLENGE_MS = 300_000;

/** The headers of a signed request; undefined for one that is not signed. */
export type Signed = { readonly "Grid-Wallet-Signature": string; readonly "Request-Id": string } | undefined;

export interface Response {
  readonly status: number;
  readonly data?: unknown;
}

/** What the model does with the account of a line's emulator. */
export interface Driver {
  readonly accountId: string;
  readonly emailId: string;
  advance(ms: number): void;
  makePasskey(): SoftwareAuthenticator;
  listCredentials(): Promise<string[]>;
  listSessions(): Promise<string[]>;
  signInByMail(isRight: boolean): Promise<OpenSession>;
  signInWith(id: string, authenticator: SoftwareAuthenticator): Promise<OpenSession>;
  addPasskey(body: ReturnType<typeof registration>, signed: Signed): Promise<Response>;
  revokeCredential(id: string, signed: Signed): Promise<Response>;
  revokeSession(id: string, signed: Signed): Promise<Response>;
}

/** What has to hold of one account, whatever is done to it. */
export interface Model {
  /** The ids of credentials; of passkeys with what signs for them. */
  readonly credentials: Map<string, SoftwareAuthenticator | undefined>;
  /** The open sessions, by id, with the credential that opened each and when it ends. */
  readonly sessions: Map<string, { readonly session: OpenSession; readonly by: string; readonly endsAt: number }>;
  now: number;
}

export interface Real<Line extends Driver = Driver> {
  readonly driver: Line;
  /** Each id that was given out, to see that none is given out twice. */
  readonly requestIds: Set<string>;
}

/** How often each kind of outcome came about: a property of what never happens would hold of anything. */
export const outcomes = new Map<string, number>();
const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

export function pick<Key, Value>(map: Map<Key, Value>, at: number): [Key, Value] | undefined {
  return [...map].at(at % Math.max(1, map.size));
}

export function liveSessions({ sessions, now }: Model) {
  return new Map([...sessions].filter(([, { endsAt }]) => endsAt > now));
}

/** A call is refused with one of these statuses. */
async function expectStatus(call: Promise<unknown>, ...statuses: number[]): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(statuses).toContain(isGridError(error) && error.kind === "api" ? error.status : String(error));
}

/** What emulator and model have to agree on after each command. */
async function compare(model: Model, { driver }: Real): Promise<void> {
  expect(await driver.listCredentials()).toEqual([...model.credentials.keys()]);
  expect(model.credentials.size).toBeGreaterThan(0);
  expect(await driver.listSessions()).toEqual([...liveSessions(model).keys()]);
}

/** A command whose outcome is compared afterwards. */
export function command<Line extends Driver>(
  name: string,
  run: (model: Model, real: Real<Line>) => Promise<void>,
): fc.AsyncCommand<Model, Real<Line>> {
  return {
    check: () => true,
    async run(model, real) {
      await run(model, real);
      await compare(model, real);
    },
    toString: () => name,
  };
}

/** Makes a change that has to be signed, with a signature that may be late, and is sent twice. */
export async function change(
  model: Model,
  { driver, requestIds }: Real,
  signer: { readonly session: OpenSession; readonly endsAt: number } | undefined,
  waitMs: number,
  call: (signed?: Signed) => Promise<Response>,
): Promise<Response | undefined> {
  const asked = await call();
  if (asked.status !== 202 || !signer) return undefined;
  const { requestId, payloadToSign } = asked.data as { requestId: string; payloadToSign: string };
  expect(requestIds.has(requestId)).toBe(false);
  requestIds.add(requestId);
  driver.advance(waitMs);
  model.now += waitMs;
  const signature = await signPayload(payloadToSign, signer.session.key);
  const signed = { "Grid-Wallet-Signature": signature, "Request-Id": requestId };
  const isGood = waitMs < CHALLENGE_MS && signer.endsAt > model.now;
  const outcome = await call(signed).catch((error: unknown) => ({ status: (error as { status: number }).status }));
  count(`${isGood ? "in time" : "late"} ${outcome.status}`);
  if (!isGood) expect([401, 404]).toContain(outcome.status);
  await expectStatus(call(signed), 401, 404);
  return outcome;
}

export const waits = fc.constantFrom(0, 0, CHALLENGE_MS - 1, CHALLENGE_MS);

const advance = fc.integer({ min: 0, max: SESSION_MS }).map((ms) =>
  command(`advance ${ms}`, async (model, { driver }) => {
    driver.advance(ms);
    model.now += ms;
  }),
);

const signIn = fc.nat().map((at) =>
  command(`sign in ${at}`, async (model, { driver }) => {
    const [by, authenticator] = pick(model.credentials, at) ?? [];
    if (by === undefined || authenticator === undefined) return;
    const session = await driver.signInWith(by, authenticator);
    model.sessions.set(session.id, { session, by, endsAt: model.now + SESSION_MS });
  }),
);

const signInByMail = fc.constantFrom(true, true, true, false).map((isRight) =>
  command(`sign in by mail ${isRight}`, async (model, { driver }) => {
    const { emailId } = driver;
    if (!model.credentials.has(emailId)) return;
    const opening = driver.signInByMail(isRight);
    if (!isRight) return expectStatus(opening, 401);
    const session = await opening;
    model.sessions.set(session.id, { session, by: emailId, endsAt: model.now + SESSION_MS });
  }),
);

const addPasskey = fc.tuple(fc.nat(), waits).map(([at, waitMs]) =>
  command(`add a passkey ${at}, ${waitMs}`, async (model, real) => {
    const authenticator = real.driver.makePasskey();
    const challenge = Buffer.from(String(Math.random())).toString("base64url");
    const body = registration(real.driver.accountId, authenticator, challenge);
    const [, signer] = pick(model.sessions, at) ?? [];
    const result = await change(model, real, signer, waitMs, (signed) => real.driver.addPasskey(body, signed));
    if (result?.status === 201) model.credentials.set((result.data as { id: string }).id, authenticator);
  }),
);

const revokeCredential = fc.tuple(fc.nat(), fc.nat(), waits).map(([which, at, waitMs]) =>
  command(`revoke credential ${which} by ${at}, ${waitMs}`, async (model, real) => {
    const [id = ""] = pick(model.credentials, which) ?? [];
    if (model.credentials.size === 1) return expectStatus(real.driver.revokeCredential(id, undefined), 400);
    const [, signer] = pick(model.sessions, at) ?? [];
    const result = await change(model, real, signer, waitMs, (signed) => real.driver.revokeCredential(id, signed));
    if (result?.status !== 204) return;
    if (signer?.by === id) throw new Error("a credential was revoked by its own session");
    model.credentials.delete(id);
    for (const [session, { by }] of model.sessions) if (by === id) model.sessions.delete(session);
  }),
);

const revokeSession = fc.tuple(fc.nat(), fc.nat(), waits).map(([which, at, waitMs]) =>
  command(`revoke session ${which} by ${at}, ${waitMs}`, async (model, real) => {
    const [id = ""] = pick(liveSessions(model), which) ?? [];
    if (id === "") return;
    const [, signer] = pick(model.sessions, at) ?? [];
    const result = await change(model, real, signer, waitMs, (signed) => real.driver.revokeSession(id, signed));
    if (result?.status === 204) model.sessions.delete(id);
  }),
);

/** Tries sequences of commands, each on an account of its own with one EMAIL_OTP credential. Returns what came about. */
export async function checkModel<Line extends Driver>(
  startDriver: () => Line,
  own: readonly fc.Arbitrary<fc.AsyncCommand<Model, Real<Line>>>[] = [],
): Promise<string[]> {
  const all = [advance, signIn, signInByMail, addPasskey, addPasskey, revokeCredential, revokeSession, ...own];
  await fc.assert(
    fc.asyncProperty(fc.commands(all, { maxCommands: 30, size: "max" }), async (sequence) => {
      const driver = startDriver();
      const setup = () => ({
        model: { credentials: new Map([[driver.emailId, undefined]]), sessions: new Map(), now: 0 } as Model,
        real: { driver, requestIds: new Set<string>() },
      });
      await fc.asyncModelRun(setup, sequence);
    }),
    { numRuns: 30 },
  );
  return [...outcomes.keys()];
}
