import type { Change } from '../../yaml/change.ts';
import { fieldOf, stepOf } from '../judge/pods/field.ts';
import type { Finding, Fix } from './finding.ts';
import type { Model } from './model.ts';

/** Something that can be wrong: looks at the model and says where it is. */
export type Rule = (model: Model) => readonly Finding[];

type Given = Pick<Finding, 'rule' | 'effect' | 'message' | 'why' | 'path'> &
  Partial<Pick<Finding, 'help' | 'document' | 'field'>> & {
    readonly pod?: string | undefined;
    readonly container?: string | undefined;
    readonly fix?: Fix | undefined;
  };

/** A finding in values.yaml unless it says otherwise, at the field that shows its place. */
export function finding({ pod, container, fix, ...given }: Given): Finding {
  const field = given.field ?? fieldOf(given.path);
  return {
    document: 'values',
    ...given,
    field,
    step: stepOf(field),
    ...(pod === undefined ? {} : { pod }),
    ...(container === undefined ? {} : { container }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A fix of values.yaml; without changes there is none. */
export function valuesFix(title: string, changes: readonly Change[]): Fix | undefined {
  if (changes.length === 0) return undefined;
  return { title, changes: changes.map((change) => ({ document: 'values', change })) };
}
