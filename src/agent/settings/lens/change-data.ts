import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { isList, isMapping } from '../../documents/plain.ts';
import type { ChangingData } from './changing-data.ts';
import { plain } from './plain.ts';

/**
 * Changes the data at a path to `target` in as few places as possible: what is equal stays
 * untouched, what is missing in the target goes.
 */
export function changeData(changing: ChangingData, path: Path, target: unknown): void {
  const current = changing.at(path);
  if (sameValue(current, target)) return;
  if (target === undefined) changing.remove(path);
  else if (isMapping(current) && isMapping(target) && Object.keys(target).length > 0) {
    for (const [key, value] of Object.entries(target)) changeData(changing, [...path, key], value);
    for (const key of Object.keys(current)) {
      if (!Object.hasOwn(target, key)) changing.remove([...path, key]);
    }
  } else if (isList(current) && isList(target) && target.length > 0) {
    changeItems(changing, path, current, target);
  } else changing.set(path, plain(target));
}

/** Items are compared from the front; what the target has no place for goes from the end. */
function changeItems(
  changing: ChangingData,
  path: Path,
  current: readonly unknown[],
  target: readonly unknown[],
): void {
  for (const [index, item] of target.entries()) {
    if (index < current.length) changeData(changing, [...path, index], item);
    else changing.append(path, plain(item));
  }
  changing.removeItems(
    path,
    current.flatMap((_, index) => (index < target.length ? [] : [index])),
  );
}
