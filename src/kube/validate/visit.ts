import { FieldPath } from '../field-path.ts';
import { type Fields, structsAt } from '../fields.ts';

export interface Visited {
  readonly container: Fields;
  readonly path: FieldPath;
}

/** All containers of a pod in the order in which upstream visits them: the first to run first. */
export function containersOf(spec: Fields, path: FieldPath = FieldPath.root): readonly Visited[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    structsAt(spec, list).map((container, index) => ({
      container,
      path: path.child(list).index(index),
    })),
  );
}
