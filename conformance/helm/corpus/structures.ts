import { wholes } from './wholes.ts';

/** Texts of every structure, right and wrong. */

const headers = [
  '|',
  '>',
  '|-',
  '|+',
  '>-',
  '>+',
  '|2',
  '|1-',
  '|+1',
  '>2-',
  '|0',
  '|10',
  '|-+',
  '| # c',
  '|#c',
  '|x',
];
const bodies = [
  '',
  '\n',
  '\n\n',
  '\n  x',
  '\n  x\n',
  '\n  x\n\n',
  '\n  x\n\n\nb: 1\n',
  '\n  x\n  y\n',
  '\n  x\n\n  y\n',
  '\n  x\n    y\n  z\n',
  '\n    x\n  y\n',
  '\n\n  x\n',
  '\n   \n  x\n',
  '\n x\nb: 1\n',
  '\nx\n',
  '\n  x\n y\n',
  '\n\tx\n',
  '\n  \tx\n',
  '\n  x\n\ty\n',
  '\n  x\n# c\n',
  '\n  x\n  # c\n',
  '\n  # c\n  x\n',
  '\n  x: [\n',
  '\n  x  \n',
  '\n  x\n   \n',
  '\r\n  x\r\n  y\r\n',
  '\n  x\n...\n',
  '\n  x\n---\n',
];

const characters = [
  0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x84, 0x85, 0x86, 0x9f, 0xa0,
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x2010, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d,
  0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x3000, 0xe000, 0xfeff, 0xff1a, 0xff0c, 0xfffd, 0xfffe,
  0xffff, 0x10000, 0x1f600,
];

/** Block scalars, whole texts, long keys, and every odd character in every place. */
export function structureTexts(): readonly string[] {
  const blocks = headers.flatMap((header) =>
    bodies.flatMap((body) => [`a: ${header}${body}`, `a:\n- ${header}${body}`]),
  );
  const odd = characters.flatMap((code) => {
    const char = String.fromCodePoint(code);
    return [
      `a: 1 # x${char}y\n`,
      `a: x${char}y\n`,
      `a: "x${char}y"\n`,
      `a: '${char}'\n`,
      `a${char}: 1\n`,
      `${char}a: 1\n`,
      `a:${char}1\n`,
      `a: 1${char}\n`,
      `a: |\n  x${char}y\n`,
      `a:\n${char}${char}b: 1\n`,
      `a: [${char}1]\n`,
    ];
  });
  const long = [1022, 1023, 1024, 1025].flatMap((length) => {
    const key = 'k'.repeat(length);
    return [
      `${key}: 1\n`,
      `"${key}": 1\n`,
      `a:\n  ${key}: 1\n`,
      `? ${key}\n: 1\n`,
      `a: {${key}: 1}\n`,
      `${'😀'.repeat(length)}: 1\n`,
      `[${key}]: 1\n`,
      `${'k'.repeat(length - 1)} : 1\n`,
    ];
  });
  return [...wholes, ...blocks, ...odd, ...long];
}
