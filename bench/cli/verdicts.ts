import { isAdmitted } from './rendered.ts';

/** What is read of `check --format json`. */
interface Output {
  readonly results: readonly {
    readonly type: string;
    readonly verdict?: string;
    readonly subject?: string;
  }[];
}

/** The numbers of the Deployments that `check --format json` rejects. */
export function refusedByUs(output: string): ReadonlySet<number> {
  const { results }: Output = JSON.parse(output);
  return new Set(
    results
      .filter(({ type, verdict }) => type === 'object' && verdict === 'rejected')
      .map(({ subject }) => Number(/-(\d+)$/.exec(subject ?? '')?.[1])),
  );
}

/** The numbers of the Deployments that Monokle has a result for. */
export function refusedByMonokle(output: string): ReadonlySet<number> {
  const numbers: readonly number[] = JSON.parse(output);
  return new Set(numbers);
}

/** How many of the first so many Deployments were judged otherwise than restricted:latest has it. */
export function wrongVerdicts(refused: ReadonlySet<number>, count: number): number {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return numbers.filter((number) => refused.has(number) === isAdmitted(number)).length;
}
