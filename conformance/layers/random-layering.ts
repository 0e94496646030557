import { type SetKind, setKinds } from '../../src/sources/set/apply-set.ts';
import type { Random } from '../random.ts';
import type { Layering } from './layering.ts';

/** Files that `--set-file` may name in random layerings. */
export const contents: Readonly<Record<string, string>> = {
  f: 'one\ntwo\n',
  g: '',
  'h.yaml': 'a: 1',
};

const keys = ['a', 'b', 'c', 'list', 'map', 'x y', 'é', '"1"', '__proto__'] as const;
const scalars = ['1', '0', 'true', 'null', '~', 'text', '"quoted"', '1.5', '"null"', "''"] as const;

/** Up to three small values files that have the same few keys, and up to four options. */
export function randomLayering(random: Random): Layering {
  const files = Array.from({ length: random.below(4) }, () => randomFile(random));
  const options = Array.from({ length: random.below(5) }, () => {
    const kind = random.pick<SetKind>('set', 'set', 'set', ...setKinds);
    return { kind, text: randomSet(random, kind) };
  });
  return { files, options, contents };
}

function randomFile(random: Random): string {
  if (random.oneIn(12)) return random.pick('', '# nothing\n', 'null\n', '{}\n', '[]\n', 'text\n');
  const lines = ['a', 'b', 'list', 'map', '"": '.slice(0, 2)].flatMap((key) =>
    random.oneIn(3) ? [] : `${key}:${below(random, 1)}`,
  );
  if (random.oneIn(6)) lines.push(`&n c: &m${mapping(random, 1)}`, 'd: *m', 'e:\n  <<: *m\n  a: 9');
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

function below(random: Random, depth: number): string {
  const [first, ...others] = scalars;
  if (depth > 3 || random.oneIn(3)) return ` ${random.pick(first, ...others)}`;
  if (random.oneIn(2)) return mapping(random, depth);
  const dent = '  '.repeat(depth);
  const count = random.below(4);
  if (count === 0) return ' []';
  return Array.from({ length: count }, () => `\n${dent}-${below(random, depth + 1)}`).join('');
}

function mapping(random: Random, depth: number): string {
  const dent = '  '.repeat(depth);
  const chosen = keys.filter(() => random.oneIn(3));
  if (chosen.length === 0) return ' {}';
  return chosen.map((key) => `\n${dent}${key}:${below(random, depth + 1)}`).join('');
}

/** An assignment or several; now and then one that is broken. */
function randomSet(random: Random, kind: SetKind): string {
  const count = random.oneIn(3) ? 1 + random.below(3) : 1;
  const all = Array.from({ length: count }, () => name(random) + assigned(random, kind));
  const text = all.join(random.oneIn(15) ? random.pick(',,', ', ', '') : ',');
  if (random.oneIn(12)) return broken(random, text);
  return random.oneIn(20) ? `${text},` : text;
}

function name(random: Random): string {
  let text: string = random.pick('a', 'b', 'c', 'd', 'e', 'list', 'map', 'new', '', 'x y', 'a\\.b');
  const steps = random.below(random.oneIn(20) ? 33 : 4);
  for (let i = 0; i < steps; i += 1) {
    text += random.oneIn(2)
      ? `.${random.pick('a', 'b', 'c', 'list', 'map', 'x\\,y', 'é')}`
      : `[${random.pick('0', '1', '2', '0', '3', '+1', '01', '7', ...rarely(random))}]`;
  }
  return text;
}

function rarely(random: Random): readonly string[] {
  return random.oneIn(8) ? ['-1', 'x', '', '65537', '9223372036854775808', '1_0'] : [];
}

function assigned(random: Random, kind: SetKind): string {
  if (random.oneIn(25)) return '';
  if (kind === 'set-json' && !random.oneIn(8)) return `=${json(random)}`;
  if (kind === 'set-file' && !random.oneIn(8))
    return `=${random.pick('f', 'g', 'h.yaml', '{f,g}')}`;
  if (random.oneIn(5)) {
    const items = Array.from({ length: random.below(4) }, () => value(random));
    return `={${items.join(',')}}`;
  }
  return `=${value(random)}`;
}

function value(random: Random): string {
  return random.pick(
    '1',
    '0',
    '00',
    '007',
    '-7',
    '-0',
    '+5',
    '1.5',
    '1e3',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    'true',
    'TRUE',
    'False',
    'falſe',
    'null',
    'NULL',
    'Nil',
    '~',
    'yes',
    'text',
    '',
    'a\\,b',
    'a=b',
    'a.b[0]',
    '\\{x\\}',
    'x}',
    ' x ',
    'é😀',
    '\\😀',
    '"x"',
  );
}

function json(random: Random): string {
  return random.pick(
    '1',
    ' 1 ',
    '-0',
    '01',
    '1.5',
    '1.',
    '1e',
    '1e2',
    '1e400',
    'true',
    'truex',
    'nul',
    'null',
    '',
    ' ',
    '\u00a0',
    '"text"',
    '"a\\"b,c"',
    '"\\u00e9\\n"',
    '"open',
    '{}',
    '{"a":{"b":[1,"x",null]}}',
    '{"a":1,"a":2}',
    '{"a":1}b=2',
    '[]',
    '[1,[2],{"x":"]"}]',
    '[1,]',
    '[1',
    '{"a"}',
    '{a:1}',
    "'x'",
    '1,',
    '1 , ',
  );
}

function broken(random: Random, text: string): string {
  // Whole characters: a command line has no halves of one.
  const letters = [...text];
  const at = random.below(letters.length + 1);
  const piece = random.pick('', '[', ']', '.', ',', '=', '{', '}', '\\', ' ', '"');
  const rest = letters.slice(at + random.below(3));
  return letters.slice(0, at).join('') + piece + rest.join('');
}
