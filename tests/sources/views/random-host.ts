import type { Path } from '../../../src/yaml/path.ts';
import { Dice, randomDocument } from '../../yaml/random-document.ts';

/** A document, and a host with it inside, written by other code than that which is tested. */
export interface RandomHost {
  readonly block: string;
  readonly host: string;
  /** One path a host; the inner ones lead on from the text before. */
  readonly at: readonly Path[];
  /** How the document is embedded in the innermost host. */
  readonly form: 'mapping' | 'text';
  /** How many blanks stand in front of each line of the document, those of all hosts together. */
  readonly indent: number;
  /** What of the host comes before and after the lines of the document. */
  readonly head: string;
  readonly tail: string;
}

/** A document in one to three hosts; undefined if the dice give none that can be embedded so. */
export function randomHost(seed: number): RandomHost | undefined {
  const dice = new Dice(seed);
  const block = blockOf(dice);
  if (block === undefined) return undefined;
  let whole: RandomHost | undefined = embed(dice, block, dice.chance(2));
  for (let more = dice.roll(3); more > 0 && whole !== undefined; more--) {
    const inner: RandomHost = whole;
    const outer = embed(dice, inner.host, true);
    if (outer === undefined) return undefined;
    const moved = (part: string) => linesOf(part, outer.indent).join('');
    whole = {
      ...inner,
      host: outer.host,
      at: [...outer.at, ...inner.at],
      indent: outer.indent + inner.indent,
      head: outer.head + moved(inner.head),
      tail: moved(inner.tail) + outer.tail,
    };
  }
  if (whole === undefined || !dice.chance(5)) return whole;
  return { ...whole, host: `\uFEFF${whole.host}`, head: `\uFEFF${whole.head}` };
}

/** The lines of a text with their breaks, each indented that has anything on it. */
function linesOf(text: string, indent: number): readonly string[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.map((line) => indented(line, indent));
}

function indented(line: string, indent: number): string {
  return /^[\r\n]*$/.test(line) ? line : ' '.repeat(indent) + line;
}

/** A document whose root is a block mapping that begins with its first line. */
function blockOf(dice: Dice): string | undefined {
  const { text } = randomDocument(dice.roll(1_000_000_000));
  if (/^\uFEFF|^---|^\.\.\.|^%|^[{[]/m.test(text)) return undefined;
  if (!/^[A-Za-z0-9"'_é?#]/.test(text) || /^#/.test(text) || !/:/.test(text)) return undefined;
  const below = dice.chance(3) ? `# above all\n${text}` : text;
  return dice.chance(4) ? below.replace(/\r\n?/g, '\n').replace(/\n/g, '\r\n') : below;
}

function embed(dice: Dice, block: string, isText: boolean): RandomHost | undefined {
  const eol = /\r\n|\r|\n/.exec(block)?.[0] ?? '\n';
  const keyIndent = dice.roll(3);
  const step = 1 + dice.roll(8);
  const isLast = dice.chance(3);
  const isClosed = /[\r\n]$/.test(block);
  const isBlankAtEnd = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(block);
  // Lines that are blank at the end belong to whoever is around a mapping.
  if (!isText && (isBlankAtEnd || (!isClosed && !isLast))) return undefined;
  const closing = dice.pick(['', '', '+'] as const);
  const chomp = isBlankAtEnd ? '+' : isClosed ? closing : '-';
  const needsDigit = /^(?:\r\n|\r|\n)* /.test(block);
  const digit = needsDigit || dice.chance(4) ? String(step) : '';
  const sign = isText ? ` |${dice.chance(2) ? digit + chomp : chomp + digit}` : '';
  const pad = ' '.repeat(keyIndent);
  const outer = keyIndent > 0 ? `outer:${eol}` : '';
  const before = dice.chance(2) ? `${pad}first: 1 # one${eol}` : '';
  const head = `${outer}${before}${pad}values:${sign}${dice.chance(3) ? ' # kept' : ''}${eol}`;
  const indent = keyIndent + step;
  const plain = linesOf(block, 0);
  // Comments at the end that are indented less are not the mapping's.
  const last = plain.findLastIndex((line) => !/^(?:#.*)?\s*$/.test(line));
  const lines = plain.map((line, index) => {
    const isLess = !isText && line.startsWith('#') && index < last && dice.chance(2);
    return indented(line, isLess ? dice.roll(indent) : indent);
  });
  const after = `${pad}later: [a,  b]${eol}# end${dice.chance(2) ? eol : ''}`;
  const tail = isLast ? '' : isClosed ? after : eol + after;
  return {
    block,
    host: head + lines.join('') + tail,
    at: [keyIndent > 0 ? ['outer', 'values'] : ['values']],
    form: isText ? 'text' : 'mapping',
    indent,
    head,
    tail,
  };
}
