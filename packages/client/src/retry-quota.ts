/** What a client may spend on retries: ten of them, until calls succeed again. */
const CAPACITY = 50;
const COST_OF_A_RETRY = 5;

/** Limits the retries of one client, so that many clients do not multiply the load of an outage. */
export interface RetryQuota {
  /** Whether a retry may be made; if so, it is paid for. */
  spend(): boolean;
  /** The server works again: gives back what the retry before it cost, or a little for a first attempt. */
  refill(attempts: number): void;
}

/** As the standard mode of AWS's SDKs has it, with a smaller budget: a person waits for these calls. */
export function createRetryQuota(): RetryQuota {
  let left = CAPACITY;
  return {
    spend() {
      if (left < COST_OF_A_RETRY) return false;
      left -= COST_OF_A_RETRY;
      return true;
    },
    refill(attempts) {
      left = Math.min(CAPACITY, left + (attempts > 1 ? COST_OF_A_RETRY : 1));
    },
  };
}
