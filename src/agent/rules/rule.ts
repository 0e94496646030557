import type { Change } from '../../yaml/change.ts';
import type { Path } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { fieldAt, stepOf } from '../settings/places/places.ts';
import type { FieldId } from '../settings/setting-id.ts';
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
  const { document = 'values', path } = given;
  const field = given.field ?? fieldOf(path, document);
  return {
    ...given,
    document,
    field,
    step: stepOf(field),
    ...(pod === undefined ? {} : { pod }),
    ...(container === undefined ? {} : { container }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The form field that shows a place of the files; `start.file` for what has none. */
export function fieldOf(path: Path, document: DocumentName = 'values'): FieldId {
  return fieldAt(document, path)?.field ?? 'start.file';
}

/** A fix of values.yaml; without changes there is none. */
export function valuesFix(title: string, changes: readonly Change[]): Fix | undefined {
  if (changes.length === 0) return undefined;
  return { title, changes: changes.map((change) => ({ document: 'values', change })) };
}
