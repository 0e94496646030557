import { plain, properties } from './signs.ts';

/** Scalars of every form that some reader of YAML takes for something else than text. */

const words = (
  'y Y yes Yes YES yEs n N no No NO true True TRUE tRUE false False FALSE on On ON off Off ' +
  'OFF ~ null Null NULL nil none undefined NaN .nan .NaN .NAN .Nan .inf .Inf .INF -.inf ' +
  '+.inf +.Inf -.INF inf -inf infinity = << < >= =='
).split(' ');

const numbers = (
  '0 00 -0 +0 1 +1 -1 --1 +-1 1- 1+ 12 007 08 09 0755 0o755 0O17 0o8 -0o7 +0o7 0o 0x 0x1 ' +
  '0X1F 0xg -0x1 +0xf 0x_1f 0b 0b1 0b102 0B11 -0b11 +0b11 0b1_0 1_000 1__0 _1 1_ -_1 0_7 0x_ ' +
  '1,000 1.000,5 1.0 1. .1 . .. ...1 -.5 +.5 .5e1 -. +. 1e3 1E3 1e+3 1e-3 1e 1e+ e1 1.5e3 ' +
  '1.e3 .e3 1e3.5 1_0e1_0 1.5_0 ._5 1e400 -1e400 1e-400 4.9e-324 0.1 0.30000000000000004 ' +
  '9007199254740993 9223372036854775807 9223372036854775808 18446744073709551615 ' +
  '18446744073709551616 -9223372036854775808 -9223372036854775809 0xffffffffffffffff ' +
  '0x10000000000000000 0777777777777777777777 99999999999999999999999999 ' +
  '1.7976931348623159e308 0x1p3 0x1.8p1 1k 1Ki 100m 1:30 12:30:45 190:20:30.15 1:60 -1:30 ' +
  '0:0 1.2.3 1.2.3.4 1e3e 0e0 0.0 -0.0 00.5 09.5 0x1.5 1d 1f \u0661'
).split(' ');

const dates = [
  '2001-01-01',
  '2001-1-1',
  '2001-13-45',
  '2001-12-14t21:59:43.10-05:00',
  '2001-12-14T21:59:43Z',
  '2001-12-14 21:59:43.10',
  '2001-12-14 21:59:43.10 -5',
  '2001-12-14T21:59',
  '2001-12',
  '2001-W05',
] as const;

const quoted = [
  '""',
  "''",
  '"1"',
  "'yes'",
  '"~"',
  "'it''s'",
  '"a b"',
  "' '",
  '"\\n"',
  "'\\n'",
  '"a: b # c"',
  '"é😀"',
  '"a"b',
  "'a'b",
  '"a" b',
  '"',
  "'",
  '"a',
  "a'",
  'a"b"',
  "'a''",
  '"a\\"b"',
  '"\\\n  a"',
  '"a\n  b"',
  "'a\n\n  b'",
  '"a \n b"',
  '"a\n"',
  "'\n  a'",
] as const;

const tagged = [
  '!!str',
  '!!str 1',
  '!!str ~',
  '!!str yes',
  '!!str "a"',
  '!!str [a]',
  '!!int 1',
  '!!int 1.0',
  '!!int 1.5',
  '!!int "1"',
  '!!int x',
  '!!int 0x1f',
  '!!int',
  '!!int ~',
  '!!float 1',
  '!!float 1.5',
  '!!float x',
  '!!float .inf',
  '!!float 9223372036854775808',
  '!!bool yes',
  '!!bool "no"',
  '!!bool 1',
  '!!null ~',
  '!!null',
  '!!null x',
  '!!null ""',
  '!!binary aGk=',
  '!!binary aGk',
  '!!binary "aGk="',
  '!!binary x y',
  '!!binary',
  '!!timestamp 2001-01-01',
  '!!timestamp x',
  '!!timestamp 2001-01-01T00:00:00Z',
  '!!timestamp 2001-02-29',
  '!!binary null',
  '!!map {}',
  '!!map [a]',
  '!!seq []',
  '!!seq {}',
  '!!set {b}',
  '!!omap [b: 1]',
  '!!pairs [b: 1]',
  '!!merge <<',
  '!!value =',
  '!!yaml x',
  '!!other x',
  '! 1',
  '! yes',
  '! "1"',
  '!',
  '!local x',
  '!local 1',
  '!<tag:yaml.org,2002:int> 1',
  '!<!x> 1',
  '!<x',
  '!h!x 1',
  '!! x',
  '!x,y z',
  '!x{ z',
  '!é x',
  '!%41 x',
  '!x!y z',
  '!!str,x',
  '!a:b c',
] as const;

const forms: readonly string[] = [
  ...words,
  ...numbers,
  ...dates,
  ...quoted,
  ...tagged,
  ...properties,
  ...plain,
];

/** Each scalar as a value, a key, an item, and between brackets and braces. */
export function scalarTexts(): readonly string[] {
  return forms.flatMap((form) => [
    `a: ${form}\n`,
    `${form}: v\n`,
    `a:\n- ${form}\n`,
    `a: [${form}, z]\n`,
    `a: {${form}: v}\n`,
    `a: {k: ${form}}\n`,
  ]);
}

/** Every escape that a letter, digit or sign could make, and those with codes. */
export function escapeTexts(): readonly string[] {
  const signs = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
  const codes = [
    'x4',
    'x41',
    'xg1',
    'u004',
    'u0041',
    'u263a',
    'ud83d',
    'ud83d\\ude80',
    'udc00',
    'u0000',
    'uFEFF',
    'u2028',
    'U0001F680',
    'U00110000',
    'U0000d800',
    'U1F680',
    ' ',
    '\t',
    '\n  b',
    '\n\n  b',
    '\r\n  b',
  ];
  return [...signs, ...codes].map((after) => `a: "x\\${after} y"\n`);
}
