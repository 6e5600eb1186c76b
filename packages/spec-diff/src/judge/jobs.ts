import type { Finding } from "./change.ts";
import type { Context } from "./context.ts";

/** The comparison of one component schema, or of two, in one direction, for all the parts that carry it. */
export interface Job {
  /** The component that it compares with itself. */
  readonly component: string | undefined;
  readonly run: (findings: Finding[], uses: Set<string>) => void;
  readonly findings: Finding[];
  /** The jobs of the components inside it. */
  readonly uses: Set<string>;
}

export interface Jobs {
  readonly known: Map<string, Job>;
  /** Each part of an operation that was compared, and the jobs that it uses. */
  readonly parts: { readonly context: Context; readonly uses: ReadonlySet<string> }[];
  /** Each part once, so that two of them are the same object if they are the same part. */
  readonly contexts: Map<string, Context>;
}

/** Runs every job, also those that other jobs add, one after the other: nesting may be deep. */
export function runJobs({ known }: Jobs): void {
  // The loop also visits what is added meanwhile.
  for (const { run, findings, uses } of known.values()) run(findings, uses);
}

/** The findings of every part's components, and the names of these components. */
export function collectJobs(jobs: Jobs): { findings: Finding[]; components: Set<string> } {
  const contexts = [...jobs.contexts.values()];
  // In the order of the parts in the document.
  const reached = [...reachJobs(jobs, contexts)]
    .map(([job, bits]) => ({ job, bits }))
    .toSorted((a, b) => findFirst(a.bits) - findFirst(b.bits));
  const findings = reached.flatMap(({ job, bits }) => {
    if (job.findings.length === 0) return [];
    const own = new Set(contexts.filter((_, at) => bits & (1n << BigInt(at))));
    return job.findings.map((finding) => Object.assign({}, finding, { contexts: own }));
  });
  return { findings, components: new Set(reached.flatMap(({ job }) => job.component ?? [])) };
}

function findFirst(bits: bigint): number {
  return (bits & -bits).toString(2).length;
}

/**
 * The jobs that parts use, directly or by way of others, each with a bit for every context that it is reached from:
 * so that what lies in a circle is not walked through again for every part.
 */
function reachJobs({ known, parts }: Jobs, contexts: readonly Context[]): Map<Job, bigint> {
  const reached = new Map<Job, bigint>();
  const queue = new Set<Job>();
  const reach = (key: string, reaching: bigint): void => {
    const job = known.get(key);
    const before = (job && reached.get(job)) ?? 0n;
    if (!job || (before | reaching) === before) return;
    reached.set(job, before | reaching);
    queue.add(job);
  };
  const bits = new Map(contexts.map((context, at) => [context, 1n << BigInt(at)]));
  for (const { context, uses } of parts) for (const key of uses) reach(key, bits.get(context) ?? 0n);
  for (const job of queue) {
    // It may come again, and is then walked through again.
    queue.delete(job);
    for (const inner of job.uses) reach(inner, reached.get(job) ?? 0n);
  }
  return reached;
}
