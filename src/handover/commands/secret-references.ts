import { listOf, textOf, valueAt, valueIn } from '../../agent/documents/plain.ts';
import type { Path } from '../../yaml/path.ts';

/** An environment variable whose value is in a Secret. */
export interface SecretReference {
  readonly name: string;
  readonly key: string;
  /** The variable in the container. */
  readonly env: string;
  readonly path: Path;
}

/** Where lists of environment variables, or of containers with such lists, are in the values. */
const components: readonly Path[] = [['dagProcessor'], ['triggerer'], ['sentinel']];

/** The Secrets that environment variables refer to and that must be there, in the file's order. */
export function secretReferences(values: unknown): readonly SecretReference[] {
  const workers = listOf(valueAt(values, 'workers')).map((_, index): Path => ['workers', index]);
  const lists = [
    ['commonEnv'],
    ['loggingSidecar', 'env'],
    ...[...workers, ...components].flatMap((component) => listsOf(values, component)),
  ];
  return lists.flatMap((list) =>
    listOf(valueIn(values, list)).flatMap((variable, index): SecretReference[] => {
      const reference = valueIn(variable, ['valueFrom', 'secretKeyRef']);
      const name = textOf(valueAt(reference, 'name'));
      const key = textOf(valueAt(reference, 'key'));
      if (name === '' || key === '' || valueAt(reference, 'optional') === true) return [];
      const path = [...list, index, 'valueFrom', 'secretKeyRef', 'name'];
      return [{ name, key, env: textOf(valueAt(variable, 'name')), path }];
    }),
  );
}

function listsOf(values: unknown, component: Path): readonly Path[] {
  const containers = ['initContainers', 'extraContainers'].flatMap((kind) =>
    listOf(valueIn(values, [...component, kind])).map(
      (_, index): Path => [...component, kind, index, 'env'],
    ),
  );
  return [[...component, 'env'], ...containers];
}
