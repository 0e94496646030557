import { dump } from 'js-yaml';
import type { PlainValue } from './change.ts';
import { isSeenAsKey, isSeenAsValue } from './look-alikes.ts';
import type { YamlNode } from './node.ts';
import { peersAt, quoteOf } from './peers.ts';
import { resolvePlain } from './scalar.ts';
import type { BlockStyle, FlowStyle, Quote } from './style.ts';

export type Comments = Readonly<Record<string, string>>;

/** Whether a value takes lines of its own in block style: a collection that is not empty. */
export function isNested(
  value: PlainValue,
): value is readonly PlainValue[] | { readonly [key: string]: PlainValue } {
  if (typeof value !== 'object' || value === null) return false;
  return isList(value) ? value.length > 0 : Object.keys(value).length > 0;
}

/** Array.isArray does not narrow readonly arrays. */
export function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** A scalar or an empty collection on one line. */
export function renderInline(value: PlainValue, quote: Quote, flow: boolean): string {
  if (typeof value === 'string') return renderString(value, quote, flow);
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return isList(value) ? '[]' : '{}';
}

/** A text between the quotes given, or double ones if single ones cannot hold it. */
export function renderQuoted(text: string, quote: Quote): string {
  return quote === 'single' ? singleQuoted(text) : doubleQuoted(text);
}

/** A text, plain where every reader of YAML takes it for text and between quotes elsewhere. */
export function renderString(text: string, quote: Quote, flow: boolean): string {
  if (isPlainSafe(text, flow)) return text;
  return renderQuoted(text, quote);
}

export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || typeof resolvePlain(text) !== 'string') return false;
  if (/[\r\n\t]/.test(text) || !isSeenAsValue(text) || (flow && helmStumbles(text))) return false;
  return flow
    ? dump([text], { flowLevel: 0, lineWidth: -1 }) === `[${text}]\n`
    : dump(text, { lineWidth: -1 }) === `${text}\n`;
}

/** Between brackets go-yaml ends a plain text at a question mark and takes none with a colon at its ends. */
function helmStumbles(text: string): boolean {
  return text.includes('?') || text.startsWith(':') || text.endsWith(':');
}

export function doubleQuoted(text: string): string {
  // JSON's escapes are YAML's too; these few characters JSON leaves bare and YAML cannot.
  const escaped = /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g;
  return JSON.stringify(text).replace(
    escaped,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Between single quotes, or double ones if the text has characters that need an escape. */
export function singleQuoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const needsEscape = /[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;
  return needsEscape.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return String(value);
}

export function renderKey(key: string, quote: Quote, flow: boolean): string {
  if (key === '' || key === '<<' || typeof resolvePlain(key) !== 'string' || /[\r\n\t]/.test(key)) {
    return renderQuoted(key, quote);
  }
  const options = { lineWidth: -1, ...(flow && { flowLevel: 0 }) };
  const plain =
    isSeenAsKey(key) &&
    !(flow && helmStumbles(key)) &&
    dump({ [key]: 0 }, options) === (flow ? `{${key}: 0}\n` : `${key}: 0\n`);
  return plain ? key : renderQuoted(key, quote);
}

/**
 * A value in flow style, on one line.
 * @param peers the nodes that it comes to stand beside, for the quotes of its texts
 */
export function renderFlow(
  value: PlainValue,
  style: FlowStyle,
  peers: readonly YamlNode[] = [],
): string {
  if (typeof value === 'string') {
    const quote = style.json ? 'double' : quoteOf(peers);
    if (quote !== undefined) return renderQuoted(value, quote);
  }
  if (!isNested(value)) return renderInline(value, style.quote, true);
  const comma = `,${style.comma}`;
  if (isList(value)) {
    const items = value.map((item, i) => renderFlow(item, style, peersAt(peers, i)));
    return `[${items.join(comma)}]`;
  }
  const entries = Object.entries(value).map(([key, item]) =>
    renderFlowEntry(key, item, style, peersAt(peers, key)),
  );
  return `{${style.pad}${entries.join(comma)}${style.pad}}`;
}

export function renderFlowEntry(
  key: string,
  value: PlainValue,
  style: FlowStyle,
  peers: readonly YamlNode[] = [],
): string {
  const name = style.json ? doubleQuoted(key) : renderKey(key, style.quote, true);
  return `${name}:${style.colon}${renderFlow(value, style, peers)}`;
}

/** Writes values as block lines. Lines carry their indentation and no line break. */
export class BlockWriter {
  private readonly style: BlockStyle;
  private readonly comments: Comments;
  private readonly literals: boolean;

  /** @param literals whether texts of several lines may be written with `|` */
  constructor(style: BlockStyle, comments: Comments = {}, literals = true) {
    this.style = style;
    this.comments = comments;
    this.literals = literals;
  }

  /**
   * The lines of a collection that is not empty, its keys or dashes at `column`.
   * @param peers the nodes that it comes to stand beside, for the quotes of its texts
   */
  collection(
    value: PlainValue,
    column: number,
    path: string,
    peers: readonly YamlNode[] = [],
  ): string[] {
    if (!isNested(value)) return [];
    if (isList(value)) {
      return value.flatMap((item, i) =>
        this.item(item, column, join(path, String(i)), peersAt(peers, i)),
      );
    }
    return Object.entries(value).flatMap(([key, item]) =>
      this.entry(key, item, column, join(path, key), peersAt(peers, key)),
    );
  }

  entry(
    key: string,
    value: PlainValue,
    column: number,
    path: string,
    peers: readonly YamlNode[] = [],
  ): string[] {
    const name = `${blanks(column)}${renderKey(key, this.style.quote, false)}:`;
    if (isNested(value)) {
      const below = column + (isList(value) ? this.style.list : this.style.step);
      return [name + this.comment(path), ...this.collection(value, below, path, peers)];
    }
    const [first = '', ...rest] = this.scalar(value, column + this.style.step, peers);
    return [`${name} ${first}${this.comment(path)}`, ...rest];
  }

  item(value: PlainValue, column: number, path: string, peers: readonly YamlNode[] = []): string[] {
    const inner = column + this.style.gap;
    const dash = `${blanks(column)}-${blanks(this.style.gap - 1)}`;
    if (isNested(value)) {
      const [first = '', ...rest] = this.collection(value, inner, path, peers);
      return [dash + first.slice(inner) + this.comment(path), ...rest];
    }
    const [first = '', ...rest] = this.scalar(value, column + this.style.step, peers);
    return [`${dash}${first}${this.comment(path)}`, ...rest];
  }

  /** A scalar or empty collection: what follows the key, and the lines below it for a `|` text. */
  scalar(value: PlainValue, column: number, peers: readonly YamlNode[] = []): string[] {
    if (typeof value !== 'string') return [renderInline(value, this.style.quote, false)];
    if (this.literals && isLiteralSafe(value)) return literalLines(value, column);
    const quote = quoteOf(peers);
    return [quote ? renderQuoted(value, quote) : renderString(value, this.style.quote, false)];
  }

  private comment(path: string): string {
    const comment = Object.hasOwn(this.comments, path) ? this.comments[path] : undefined;
    return comment === undefined ? '' : `  # ${comment.replace(/\s+/g, ' ').trim()}`;
  }
}

/** Whether a text of several lines can be written with `|` so that every reader gets it back. */
export function isLiteralSafe(text: string): boolean {
  if (!text.includes('\n') || !/^[^\s]/.test(text) || /\n\n$/.test(text)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return !/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u.test(text);
}

/** The header of a `|` text, and its lines at `column`. */
export function literalLines(text: string, column: number): string[] {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const lines = body.split('\n').map((line) => (line === '' ? '' : blanks(column) + line));
  return [text.endsWith('\n') ? '|' : '|-', ...lines];
}

export function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}

function join(path: string, step: string): string {
  return path === '' ? step : `${path}/${step}`;
}
