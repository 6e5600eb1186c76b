import type { Finding } from "./change.ts";

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
  readonly parts: { readonly context: string; readonly uses: ReadonlySet<string> }[];
}

/** Does every job, those too that others bring up: one after the other, however deep schemas lie in each other. */
export function runJobs({ known }: Jobs): void {
  // A map hands out what is added while it is walked through.
  for (const { run, findings, uses } of known.values()) run(findings, uses);
}

/** The findings of every part's components, and the names of these components. */
export function collectJobs({ known, parts }: Jobs): { findings: Finding[]; components: Set<string> } {
  const contexts = new Map<Job, Set<string>>();
  for (const { context, uses } of parts) {
    const reached = new Set(uses);
    for (const key of reached) {
      const job = known.get(key);
      if (!job) continue;
      contexts.set(job, (contexts.get(job) ?? new Set()).add(context));
      for (const inner of job.uses) reached.add(inner);
    }
  }
  const findings = [...contexts].flatMap(([job, reaching]) =>
    job.findings.map((finding) => Object.assign({}, finding, { contexts: reaching })),
  );
  return { findings, components: new Set([...contexts.keys()].flatMap(({ component }) => component ?? [])) };
}
