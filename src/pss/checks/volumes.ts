import { listOf, type Subject, textOf } from '../subject.ts';
import { joinQuote, pluralize } from '../words.ts';

/** `volume "a"` or `volumes "a", "b"`, in the order of the spec. */
export function volumesAt({ spec }: Subject, indexes: readonly number[]): string {
  const volumes = listOf(spec.volumes);
  const names = indexes.map((index) => textOf(volumes[index]?.name));
  return `${pluralize('volume', 'volumes', indexes.length)} ${joinQuote(names)}`;
}
