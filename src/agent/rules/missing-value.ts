import type { Finding } from './finding.ts';
import { hasWrongType, type Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { isMissing, type RequiredValue, requiredValues } from './required/required-values.ts';
import { type Check, finding, type Rule } from './rule.ts';

/** What only the owner of the install knows, with what the file has of it. */
export const requiredOf = once(({ values, trees }: Model) => requiredValues(values, trees.values));

/**
 * What the chart needs and the file lacks, or has in a form that cannot work. It may come later, by
 * `--set` or another file, so it is advice; a prefix that is no name is bad-name's to say.
 * Source: the chart's documentation.
 */
const check: Check = (model) =>
  requiredOf(model).flatMap((value) => {
    const message = isMissing(value) ? missing(value) : unfit(model, value);
    return message === undefined ? [] : [found(value, message)];
  });

export const missingValue: Rule = {
  id: 'missing-value',
  summary: 'A value that every install needs is not there, or cannot work.',
  remedy: 'Write the value, or give it to Helm at the install.',
  help: pages.guide,
  effects: ['advice'],
  check,
};

function found({ path, where }: RequiredValue, message: string): Finding {
  return finding({ rule: 'missing-value', effect: 'advice', message, why: where, path });
}

/** What is missing of a value, or why it cannot work as it is. */
export function missingWords(value: RequiredValue): string {
  const { fault } = value;
  return isMissing(value) || fault === undefined ? missing(value) : faulty(value, fault);
}

function missing({ state, path, names, label }: RequiredValue): string {
  const key = path.at(-1);
  switch (state) {
    case 'placeholder':
      return `${names.join(', ')} still ${names.length === 1 ? 'stands' : 'stand'} for a real value`;
    case 'substitution':
      return `${names.join(', ')} is filled in later: unknown until then`;
    case 'null':
      return `${label}: ${key} is null`;
    case 'empty':
      return `${label}: ${key} is empty`;
    default:
      return `${label}: ${key} is not set`;
  }
}

function unfit(model: Model, value: RequiredValue): string | undefined {
  const { id, path, fault } = value;
  if (fault === undefined || id === 'resourceNamePrefix' || hasWrongType(model, path)) return;
  return faulty(value, fault);
}

function faulty({ label }: RequiredValue, fault: string): string {
  return `${label}: ${fault.charAt(0).toLowerCase()}${fault.slice(1).replace(/\.$/, '')}`;
}
