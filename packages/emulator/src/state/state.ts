import type { Account, DelegatedKey, PasskeyChallenge, PendingRequest, Session } from "./model.ts";
import { createExpiringMap, type ExpiringMap } from "./expiring-map.ts";

/** All data of an emulator. */
export interface State {
  readonly now: () => number;
  readonly accounts: Map<string, Account>;
  /** The account of each credential, by the credential's id. */
  readonly accountOfCredential: Map<string, Account>;
  /** By id. Expired sessions may still be here. */
  readonly sessions: Map<string, Session>;
  /** By id, in the order in which they were created. */
  readonly delegatedKeys: Map<string, DelegatedKey>;
  /** By request id. */
  readonly passkeyChallenges: ExpiringMap<PasskeyChallenge>;
  /** By request id. */
  readonly pendingRequests: ExpiringMap<PendingRequest>;
  /** The used OpenID Connect tokens, without their signatures. */
  readonly usedTokens: ExpiringMap<{ readonly expiresAt: number }>;
  /** The sessions that have ended, by id. */
  readonly endedSessions: ExpiringMap<{ readonly expiresAt: number }>;
}

interface Durations {
  readonly challengeMs: number;
  readonly sessionMs: number;
}

export function createState(now: () => number, { challengeMs, sessionMs }: Durations): State {
  return {
    now,
    accounts: new Map(),
    accountOfCredential: new Map(),
    sessions: new Map(),
    delegatedKeys: new Map(),
    passkeyChallenges: createExpiringMap(now, challengeMs),
    pendingRequests: createExpiringMap(now, challengeMs),
    usedTokens: createExpiringMap(now, 0),
    // For as long as a session lasts.
    endedSessions: createExpiringMap(now, sessionMs),
  };
}
