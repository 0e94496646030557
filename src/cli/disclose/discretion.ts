import { isPlainKey, tellsNothing } from './harmless.ts';

/** What is known of a document's texts: which may be printed in a message, and which not. */
export interface Texts {
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  /** A text of which nothing is known: quotations of it are not printed. */
  readonly unread?: string;
}

/** What messages say of themselves, whoever else has the same word for a value. */
const ours: readonly string[] = [
  ...['worker', 'dag-processor', 'triggerer', 'sentinel', 'vector', 'pod', 'container'],
  ...['RuntimeDefault', 'Localhost', 'Unconfined', 'ALL', 'NET_BIND_SERVICE', 'Default'],
  ...['privileged', 'baseline', 'restricted', 'latest', 'enforce', 'audit', 'warn'],
  ...['restricted:latest', 'baseline:latest', 'privileged:latest', 'emptyDir', 'Memory'],
  ...['null', 'bool', 'int', 'float', 'str', 'map', 'seq', 'set', 'omap', 'binary', 'timestamp'],
  ...['50000', '5000'],
];

/** Runs of letters and digits, of which a credential has at least one that is no plain word. */
const run = /[\p{L}\p{N}_]+/gu;
/** What is between blanks. */
const token = /\S+/g;
/** Shorter ones tell nothing, and are met everywhere. */
const shortest = 4;

/** An alias, an anchor or a tag. */
const marked = /^[*&!]/;
/** Numbers and sizes that are everybody's. */
const small = /^\d{1,6}[A-Za-z]{0,2}$/;

const plainWord = /^[A-Za-z]{1,40}$/;
/** A folder whose steps are words: what messages are about, and no credential. */
const plainPath = /^(?:\/[A-Za-z_.*-]{1,40}){1,20}\/?$/;

/** Keeps what may not be printed out of messages, wherever in them it is quoted. */
export class Discretion {
  /** Whole texts, and those of their parts that are no plain words. */
  private readonly whole = new Set<string>();
  private readonly parts = new Set<string>();
  private readonly shown = new Set<string>();
  private readonly unread: string;

  constructor({ hidden, shown, unread = '' }: Texts) {
    this.unread = unread;
    for (const text of [...ours, ...shown]) {
      this.shown.add(text);
      for (const part of partsOf(text)) this.shown.add(part);
    }
    for (const text of hidden) {
      if (this.shown.has(text)) continue;
      this.whole.add(text);
      this.whole.add(trimmed(text));
      for (const part of partsOf(text)) if (!this.shown.has(part)) this.parts.add(part);
    }
  }

  /** A message with `"9..." (14 digits)` instead of a value that may not be printed. */
  message(text: string): string {
    return text
      .split(quoted)
      .map((piece, index) => (index % 2 === 0 ? this.unquoted(piece) : this.quotation(piece)))
      .join('');
  }

  /** Whether YAML that is to be put in has something in it that may not be printed. */
  leaks(yaml: string): boolean {
    // The comments that are put in are all ours.
    const text = yaml.replace(/ {2}# [^\n]*/g, '');
    const words = [
      ...Array.from(text.matchAll(token), ([one]) => trimmed(one)),
      ...Array.from(text.matchAll(run), ([one]) => one).filter((one) => !plainWord.test(one)),
    ];
    return words.some((one) => one.length >= shortest && !small.test(one) && this.isHidden(one));
  }

  private quotation(piece: string): string {
    const mark = piece.charAt(0);
    const content = piece.slice(1, -1);
    if (this.isHidden(content) || this.isUnread(content)) {
      return `${mark}${hint(content)}${mark} (${lengthOf(content)})`;
    }
    return `${mark}${this.unquoted(content)}${mark}`;
  }

  private unquoted(piece: string): string {
    return piece.replace(token, (word) => {
      const core = trimmed(word);
      const isWord = plainWord.test(core) && !marked.test(word);
      if (core.length >= shortest && !isWord && this.isHidden(core)) {
        return word.replace(core, () => `${hint(core)} (${lengthOf(core)})`);
      }
      return word.replace(run, (one) => (this.parts.has(one) ? hint(one) : one));
    });
  }

  private isUnread(content: string): boolean {
    return !tellsNothing(content) && !this.shown.has(content) && this.unread.includes(content);
  }

  private isHidden(content: string): boolean {
    if (this.shown.has(content) || plainPath.test(content) || tellsNothing(content)) return false;
    return this.whole.has(content) || this.parts.has(content);
  }
}

/** Quotations: at odd indexes of what the text is split into. */
const quoted = /("[^"\n]*"|“[^“”\n]*”|`[^`\n]*`)/;

function partsOf(text: string): readonly string[] {
  const tokens = (text.match(token) ?? []).map(trimmed);
  const runs = text.match(run) ?? [];
  return [...tokens, ...runs].filter(
    (part) =>
      part.length >= shortest && !isPlainKey(part) && !plainPath.test(part) && !tellsNothing(part),
  );
}

/** Without the signs around a word in a sentence. */
function trimmed(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && around.has(word.charAt(start))) start++;
  while (end > start && around.has(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

const around: ReadonlySet<string> = new Set([...'"\'`“”’()[]{},;:.?=*&!']);

/** The beginning of what is not printed, where that gives nothing away. */
export function hint(text: string): string {
  const [first = ''] = text;
  return text.length >= 8 ? `${first}...` : '...';
}

/** `14 digits`, `1 character`. */
export function lengthOf(text: string): string {
  const length = [...text].length;
  const what = /^\d+$/.test(text) ? 'digit' : 'character';
  return `${length} ${what}${length === 1 ? '' : 's'}`;
}
