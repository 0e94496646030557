import type { ImportProblem } from '../../agent/documents/import-document.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import type { Diagnostic, Place } from '../report/report.ts';
import type { SourceText } from './source-text.ts';

/** Why a text cannot be read, and where. */
interface ReadingProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly range: TextRange;
  readonly related?: readonly TextRange[];
}

/** A text that cannot be read, as a finding. */
export function unreadable(source: SourceText, problem: ReadingProblem): Diagnostic {
  const { code, message, remedy, range, related = [] } = problem;
  const say = source.discretionAt(range);
  const said = { code, message: say.message(message), remedy: say.message(remedy) };
  return {
    ...unreadablePlace(source.placeOf(range), said),
    related: related.map((one) => ({ message: 'this belongs to it', place: source.placeOf(one) })),
  };
}

/**
 * A text that is not values, as a finding. What is no fault of one line is said in one, since a
 * folder may hold a hundred templates.
 */
export function unopened(source: SourceText, problem: ImportProblem): Diagnostic {
  const { code, mayBeValues } = problem;
  if (code === 'template') {
    const { excerpt: _, ...place } = source.placeOf(problem.range);
    return unreadablePlace(place, { code, message: `${problem.message} ${problem.remedy}` });
  }
  const remedy = mayBeValues
    ? `${problem.remedy} If this is it, say so with --as values.`
    : problem.remedy;
  return unreadable(source, { ...problem, remedy });
}

/** A part of the input that cannot be read, as a finding. */
export function unreadablePlace(
  place: Place,
  { code, message, remedy }: { code: string; message: string; remedy?: string | undefined },
): Diagnostic {
  return {
    effect: 'unreadable',
    rule: code,
    message,
    ...(remedy === undefined ? {} : { remedy }),
    place,
    subjects: [],
    related: [],
  };
}
