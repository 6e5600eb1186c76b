import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { isGridError } from "@grid-sdk/client";
import type { SoftwareAuthenticator } from "../src/index.ts";
import {
  type Flow,
  openSession,
  type OpenSession,
  registration,
  signedBy,
  SITE,
  startFlow,
} from "./support/start-flow.ts";

/** What has to hold of one account, whatever is done to it. */
interface Model {
  /** The ids of credentials; of passkeys with what signs for them. */
  readonly credentials: Map<string, SoftwareAuthenticator | undefined>;
  /** The open sessions, by id, with the credential that opened each and when it ends. */
  readonly sessions: Map<string, { readonly session: OpenSession; readonly by: string; readonly endsAt: number }>;
  now: number;
}

interface Real {
  readonly flow: Flow;
  readonly accountId: string;
  readonly emailId: string;
  /** Each id that was given out, to see that none is given out twice. */
  readonly requestIds: Set<string>;
}

const SESSION_MS = 1_000_000;
const CHALLENGE_MS = 300_000;

/** How often each kind of outcome came about: a property of what never happens would hold of anything. */
const outcomes = new Map<string, number>();
const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

let shared: Flow;
beforeAll(async () => {
  shared = await startFlow({ now: () => 0, sessionMs: SESSION_MS, challengeMs: CHALLENGE_MS });
  return () => shared.emulator.close();
});

function pick<Key, Value>(map: Map<Key, Value>, at: number): [Key, Value] | undefined {
  return [...map].at(at % Math.max(1, map.size));
}

function liveSessions({ sessions, now }: Model) {
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
async function compare(model: Model, { flow, accountId }: Real): Promise<void> {
  const { data: credentials } = await flow.grid.listAuthCredentials({ query: { accountId } });
  expect(credentials.data.map(({ id }) => id)).toEqual([...model.credentials.keys()]);
  expect(credentials.data.length).toBeGreaterThan(0);
  const { data: sessions } = await flow.grid.listAuthSessions({ query: { accountId } });
  expect(sessions.data.map(({ id }) => id)).toEqual([...liveSessions(model).keys()]);
}

/** A command whose outcome is compared afterwards. */
function command(name: string, run: (model: Model, real: Real) => Promise<void>): fc.AsyncCommand<Model, Real> {
  return {
    check: () => true,
    async run(model, real) {
      await run(model, real);
      await compare(model, real);
    },
    toString: () => name,
  };
}

const advance = fc.integer({ min: 0, max: SESSION_MS }).map((ms) =>
  command(`advance ${ms}`, async (model, { flow }) => {
    flow.emulator.advance(ms);
    model.now += ms;
  }),
);

const signIn = fc.nat().map((at) =>
  command(`sign in ${at}`, async (model, { flow }) => {
    const [by, authenticator] = pick(model.credentials, at) ?? [];
    if (by === undefined || authenticator === undefined) return;
    const session = await flow.signInWith(by, authenticator);
    model.sessions.set(session.id, { session, by, endsAt: model.now + SESSION_MS });
  }),
);

const signInByMail = fc.constantFrom(true, true, true, false).map((isRight) =>
  command(`sign in by mail ${isRight}`, async (model, real) => {
    const { flow, emailId } = real;
    if (!model.credentials.has(emailId)) return;
    await flow.grid.challengeAuthCredential({ path: { id: emailId } });
    const code = flow.emulator.outbox.at(-1)?.code ?? "";
    const otp = isRight ? code : `${code}0`;
    const opening = openSession((clientPublicKey) =>
      flow.grid.verifyAuthCredential({ path: { id: emailId }, body: { type: "EMAIL_OTP", otp, clientPublicKey } }),
    );
    if (!isRight) {
      await expectStatus(opening, 401);
      return;
    }
    const session = await opening;
    model.sessions.set(session.id, { session, by: emailId, endsAt: model.now + SESSION_MS });
  }),
);

/** Makes a change that has to be signed, by any session, with a signature that may be late or sent twice. */
async function change(
  model: Model,
  real: Real,
  at: number,
  waitMs: number,
  call: (header?: {
    "Grid-Wallet-Signature": string;
    "Request-Id": string;
  }) => Promise<{ status: number; data?: unknown }>,
): Promise<{ status: number; data?: unknown } | undefined> {
  const [, signer] = pick(model.sessions, at) ?? [];
  const asked = await call();
  if (asked.status !== 202 || !signer) return undefined;
  const { requestId, payloadToSign } = asked.data as { requestId: string; payloadToSign: string };
  expect(real.requestIds.has(requestId)).toBe(false);
  real.requestIds.add(requestId);
  real.flow.emulator.advance(waitMs);
  model.now += waitMs;
  const header = await signedBy(signer.session, { payloadToSign, requestId });
  const isGood = waitMs < CHALLENGE_MS && signer.endsAt > model.now;
  const outcome = await call(header).catch((error: unknown) => ({ status: (error as { status: number }).status }));
  count(`${isGood ? "in time" : "late"} ${outcome.status}`);
  if (!isGood) expect([401, 404]).toContain(outcome.status);
  await expectStatus(call(header), 401, 404);
  return outcome;
}

const waits = fc.constantFrom(0, 0, CHALLENGE_MS - 1, CHALLENGE_MS);

const addPasskey = fc.tuple(fc.nat(), waits).map(([at, waitMs]) =>
  command(`add a passkey ${at}, ${waitMs}`, async (model, real) => {
    const authenticator = real.flow.emulator.passkey(SITE);
    const body = registration(real.accountId, authenticator, Buffer.from(String(Math.random())).toString("base64url"));
    const result = await change(model, real, at, waitMs, (header) =>
      real.flow.grid.createAuthCredential({ body, ...(header && { header }) }),
    );
    if (result?.status === 201) model.credentials.set((result.data as { id: string }).id, authenticator);
  }),
);

const revokeCredential = fc.tuple(fc.nat(), fc.nat(), waits).map(([which, at, waitMs]) =>
  command(`revoke credential ${which} by ${at}, ${waitMs}`, async (model, real) => {
    const [id = ""] = pick(model.credentials, which) ?? [];
    if (model.credentials.size === 1) {
      await expectStatus(real.flow.grid.revokeAuthCredential({ path: { id } }), 400);
      return;
    }
    const [, signer] = pick(model.sessions, at) ?? [];
    const result = await change(model, real, at, waitMs, (header) =>
      real.flow.grid.revokeAuthCredential({ path: { id }, ...(header && { header }) }),
    );
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
    const result = await change(model, real, at, waitMs, (header) =>
      real.flow.grid.revokeAuthSession({ path: { id }, ...(header && { header }) }),
    );
    if (result?.status === 204) model.sessions.delete(id);
  }),
);

test("no id works twice, no session outlives its credential, and no wallet loses its last credential", async () => {
  const commands = fc.commands(
    [advance, signIn, signInByMail, addPasskey, addPasskey, revokeCredential, revokeSession],
    {
      maxCommands: 30,
      size: "max",
    },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      shared.emulator.reset();
      const { id: accountId, credentials } = shared.emulator.createAccount({ email: "ada@example.com" });
      const emailId = credentials[0]?.id ?? "";
      const setup = () => ({
        model: { credentials: new Map([[emailId, undefined]]), sessions: new Map(), now: 0 } satisfies Model as Model,
        real: { flow: shared, accountId, emailId, requestIds: new Set<string>() },
      });
      await fc.asyncModelRun(setup, sequence);
    }),
    { numRuns: 30 },
  );
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(["in time 201", "in time 204", "late 401"]));
});
