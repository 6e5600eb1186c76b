import type { Finding } from "./change.ts";
import type { Context } from "./context.ts";

/** The comparison of one component schema, or of two, in one direction, for all the parts that carry it. */
export interface Job {
  /** The component that it compares with itself. */
  readonly component: string | undefined;
  readonly run: () => void;
  readonly findings: readonly Finding[];
  /** The jobs of the components inside it. */
  readonly uses: ReadonlySet<string>;
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
  for (const { run } of known.values()) run();
}

/** The findings of every part's components, and the names of these components. */
export function collectJobs(jobs: Jobs): { findings: Finding[]; components: Set<string> } {
  const reached = [...reachJobs(jobs)];
  const findings = reached.flatMap(([job, contexts]) =>
    job.findings.map((finding) => Object.assign({}, finding, { contexts })),
  );
  return { findings, components: new Set(reached.flatMap(([job]) => job.component ?? [])) };
}

/** The jobs that parts use, directly or by way of others, each with the parts that reach it, in their order. */
function reachJobs({ known, parts }: Jobs): Map<Job, Set<Context>> {
  const reached = new Map<Job, Set<Context>>();
  for (const { context, uses } of parts) {
    const keys = new Set(uses);
    // The loop also visits what is added meanwhile.
    for (const key of keys) {
      const job = known.get(key);
      if (!job) continue;
      reached.set(job, (reached.get(job) ?? new Set()).add(context));
      for (const inner of job.uses) keys.add(inner);
    }
  }
  return reached;
}
