import type { TextRange } from '../../yaml/text-edit.ts';

/** Why values within a host are not a document of their own that could be edited there. */
export interface ViewRefusal {
  readonly code:
    | 'alias'
    | 'merged'
    | 'alias-in'
    | 'alias-out'
    | 'flow-style'
    | 'not-below'
    | 'folded-text'
    | 'quoted-text'
    | 'plain-text'
    | 'odd-text';
  /** What is in the way, with no line number in it: the range says where. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  /** In the host's text. */
  readonly range: TextRange;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: ViewRefusal;
}

export function refused(code: ViewRefusal['code'], range: TextRange): Refused {
  return { ok: false, refusal: { code, ...words[code], range } };
}

const asBlock = 'Write them as a literal text: | after the key, and below it the values, indented.';

const words: Readonly<Record<ViewRefusal['code'], Omit<ViewRefusal, 'code' | 'range'>>> = {
  alias: {
    message: 'The values are an alias here: what they are stands elsewhere.',
    remedy: 'Write them out in place of the alias.',
  },
  merged: {
    message: 'The values come from a merge key: what they are stands elsewhere.',
    remedy: 'Write them out below their own key.',
  },
  'alias-in': {
    message: 'This alias of the values stands for something outside of them.',
    remedy: 'Write out what it stands for, or move the anchor into the values.',
  },
  'alias-out': {
    message:
      'This alias repeats a part of the values elsewhere, which a change of them would alter.',
    remedy: 'Write out what it stands for.',
  },
  'flow-style': {
    message: 'The values are in braces here, and only block style is read and edited in place.',
    remedy: 'Write them as lines below their key, without braces.',
  },
  'not-below': {
    message: 'The values begin on the line of their key.',
    remedy: 'Begin them on the line below it, indented.',
  },
  'folded-text': {
    message: 'The values are a folded text here, whose lines YAML joins.',
    remedy: 'Write | instead of > after the key.',
  },
  'quoted-text': { message: 'The values are a quoted text here.', remedy: asBlock },
  'plain-text': { message: 'The values are a text without quotes here.', remedy: asBlock },
  'odd-text': {
    message: 'The lines of this text are not what YAML reads of it.',
    remedy: asBlock,
  },
};
