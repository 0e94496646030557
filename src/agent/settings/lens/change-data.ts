import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { isList, isMapping } from '../../documents/plain.ts';
import type { Draft } from './draft.ts';
import { plain } from './plain.ts';

/**
 * Changes the data at a path to `target` in as few places as possible: what is equal stays
 * untouched, what is missing in the target goes.
 */
export function changeData(draft: Draft, path: Path, target: unknown): void {
  const current = draft.at(path);
  if (sameValue(current, target)) return;
  if (target === undefined) draft.remove(path);
  else if (isMapping(current) && isMapping(target) && Object.keys(target).length > 0) {
    for (const [key, value] of Object.entries(target)) changeData(draft, [...path, key], value);
    for (const key of Object.keys(current)) {
      if (!Object.hasOwn(target, key)) draft.remove([...path, key]);
    }
  } else if (isList(current) && isList(target) && target.length > 0) {
    changeItems(draft, path, current, target);
  } else draft.set(path, plain(target));
}

/** Items are compared from the front; what the target has no place for goes from the end. */
function changeItems(
  draft: Draft,
  path: Path,
  current: readonly unknown[],
  target: readonly unknown[],
): void {
  for (const [index, item] of target.entries()) {
    if (index < current.length) changeData(draft, [...path, index], item);
    else draft.append(path, plain(item));
  }
  draft.removeItems(
    path,
    current.flatMap((_, index) => (index < target.length ? [] : [index])),
  );
}
