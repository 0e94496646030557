import type { Change, Refusal, RefusalCode } from './change.ts';
import type { Path } from './path.ts';
import type { TextEdit, TextRange } from './text-edit.ts';

/** The edits that make a change, or why it is not made. No edits: nothing to do. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Carries a refusal out of the depth of an edit; never leaves this folder. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly remedy: string;
  readonly range: TextRange;
  readonly sharers: readonly Path[];

  constructor(
    code: RefusalCode,
    message: string,
    remedy: string,
    range: TextRange,
    sharers: readonly Path[] = [],
  ) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.range = range;
    this.sharers = sharers;
  }
}

export function refusalOf(
  change: Change,
  { code, message, remedy, range, sharers }: Refused,
): Refusal {
  return { code, change, message, remedy, range, ...(sharers.length > 0 && { sharers }) };
}

/** A path for people: `workers[0].volumes`. */
export function pathText(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'the document' : text;
}
