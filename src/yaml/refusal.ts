import type { Change, Refusal, RefusalCode } from './change.ts';
import type { Path } from './path.ts';
import type { TextRange } from './text-edit.ts';

/** The other places that a refused change would alter. */
export interface Sharing {
  readonly sharers: readonly Path[];
  readonly together?: readonly Path[] | undefined;
}

/** Carries a refusal out of the depth of an edit; never leaves this folder. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly remedy: string;
  readonly range: TextRange;
  readonly sharing: Sharing;

  constructor(
    code: RefusalCode,
    message: string,
    remedy: string,
    range: TextRange,
    sharing: Sharing = { sharers: [] },
  ) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.range = range;
    this.sharing = sharing;
  }
}

export function refusalOf(
  change: Change,
  { code, message, remedy, range, sharing: { sharers, together } }: Refused,
): Refusal {
  const shared = sharers.length > 0 && { sharers, ...(together !== undefined && { together }) };
  return { code, change, message, remedy, range, ...shared };
}

/** A path for people: `workers[0].volumes`. */
export function pathText(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'the document' : text;
}
