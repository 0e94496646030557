import type { Change } from '../../yaml/change.ts';
import type { Path } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { fieldAt, stepOf } from '../settings/places/places.ts';
import type { FieldId } from '../settings/setting-id.ts';
import type { Effect, Finding, Fix } from './finding.ts';
import type { Model } from './model.ts';

/** Looks at the model and says where a rule is broken. */
export type Check = (model: Model) => readonly Finding[];

/** What there is to say of a rule, whatever the file. */
export interface RuleFacts {
  /** As findings name it: `tmp-writable`, or a Pod Security check's id. */
  readonly id: string;
  /** What is wrong, in a sentence. */
  readonly summary: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
  /** The address of a page that explains it. */
  readonly help: string;
  /** Those that its findings have, worst first. */
  readonly effects: readonly [Effect, ...Effect[]];
}

/** Something that can be wrong. */
export interface Rule extends RuleFacts {
  readonly check: Check;
}

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
