import { rangeAt } from '../../../yaml/locate.ts';
import type { YamlTree } from '../../../yaml/parse-tree.ts';
import type { TextRange } from '../../../yaml/text-edit.ts';
import type { Mapping } from '../../documents/plain.ts';
import { findImage, findKey, findVariable } from './find.ts';
import type { FoundValue } from './found-value.ts';
import { type RequiredRow, requiredRows } from './rows.ts';

/** One value that only the owner of the install knows. All changes are of values.yaml. */
export interface RequiredValue extends FoundValue {
  readonly id: string;
  /** A short name, in sentence case. */
  readonly label: string;
  /** One sentence: where its owner finds it. */
  readonly where: string;
  /** Whether an install fails without it: not so of the variables that only Astro's UI fills in. */
  readonly needed: boolean;
  /** In the text; absent where nothing of it is written. */
  readonly range?: TextRange;
  /** What is wrong with a text for it, as a sentence; nothing if it can be written. */
  readonly check: (text: string) => string | undefined;
}

/**
 * Every value that an install needs and nobody but its owner knows, in the order in which a
 * person would fill them in, with what the file has of it.
 * @param values the data of `tree`
 */
export function requiredValues(values: Mapping, tree: YamlTree): readonly RequiredValue[] {
  return requiredRows.map((row) => {
    const found = find(row, values);
    const { range } = rangeAt(tree, found.path);
    return {
      ...found,
      id: row.id,
      label: row.label,
      where: row.where,
      needed: row.kind !== 'variable',
      check: filled(row.kind === 'key' ? row.keys[0].check : row.check),
      ...(found.state === 'absent' ? {} : { range }),
    };
  });
}

/** Whether a person or a tool still has to write it before an install can work. */
export function isMissing({ state, needed }: RequiredValue): boolean {
  return state !== 'given' && (needed || state !== 'absent');
}

function find(row: RequiredRow, values: Mapping): FoundValue {
  switch (row.kind) {
    case 'key':
      return findKey(row, values);
    case 'image':
      return findImage(row, values);
    case 'variable':
      return findVariable(row, values);
  }
}

function filled(check: RequiredValue['check']): RequiredValue['check'] {
  return (text) => (text.trim() === '' ? 'Enter a value.' : check(text));
}
