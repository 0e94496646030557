import { objectOf, textOf } from '../values.ts';
import { joinQuote, pluralize } from '../words.ts';

/** `volume "a"` or `volumes "a", "b"`, in the order of the spec. */
export function nameVolumes(volumes: readonly unknown[], indexes: readonly number[]): string {
  const names = indexes.map((index) => textOf(objectOf(volumes[index]).name));
  return `${pluralize('volume', 'volumes', names.length)} ${joinQuote(names)}`;
}
