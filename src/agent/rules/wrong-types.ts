import { startsWith } from '../../yaml/path.ts';
import { typeErrors, type WrongType } from '../chart/schema/chart-schema.ts';
import { type Mapping, valueIn } from '../documents/plain.ts';
import { passedOn } from '../judge/deployment/passed-on.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';
import type { ChartPod } from '../judge/pods/chart-pod.ts';

/**
 * Values of another type than the chart takes, without those of which the API server has the
 * word: what it is handed as it stands in the file, and what it refuses for that very value.
 */
export function chartTypeErrors(
  values: Mapping,
  pods: readonly ChartPod[],
  refusals: readonly Refusal[],
): readonly WrongType[] {
  const found = typeErrors(values);
  if (found.length === 0) return found;
  const isPassedOn = passedOn(pods, values);
  return found.filter(
    ({ path }) =>
      // To the chart's templates an empty text is no value, as for the API server.
      valueIn(values, path) !== '' &&
      !isPassedOn(path) &&
      !refusals.some((refusal) => startsWith(refusal.path, path)),
  );
}
