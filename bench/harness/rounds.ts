/** Something that can be measured again and again. */
export interface Subject {
  readonly name: string;
  measure(): Promise<number>;
}

/**
 * Measures every subject once a round, one after the other, so that what disturbs the machine disturbs all. Every other
 * round goes backwards, so that no subject always runs after the same one.
 */
export async function measureRounds(
  subjects: readonly Subject[],
  rounds: number,
  report: (progress: string) => void,
): Promise<Record<string, number[]>> {
  const samples = Object.fromEntries(subjects.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    report(`round ${round + 1} of ${rounds}`);
    for (const { name, measure } of round % 2 === 0 ? subjects : subjects.toReversed())
      samples[name]?.push(await measure());
  }
  return samples;
}
