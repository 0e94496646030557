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
