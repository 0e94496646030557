import { describe, expect, it } from 'vitest';
import type { Change, PlainValue } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import type { Path } from '../../src/yaml/path.ts';

function edited(text: string, change: Change): string {
  const result = changeText(text, [change]);
  const [refusal] = result.refused;
  return refusal === undefined ? result.text : `refused: ${refusal.code}`;
}

type SetCase = readonly [
  what: string,
  before: string,
  path: Path,
  value: PlainValue,
  after: string,
];

const sets: readonly SetCase[] = [
  ['replaces a plain value', 'a: 1 # c\n', ['a'], 2, 'a: 2 # c\n'],
  ['keeps double quotes', 'a: "x" # c\n', ['a'], 'it\'s "1"', 'a: "it\'s \\"1\\"" # c\n'],
  ['keeps single quotes', "a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
  ['leaves single quotes that cannot hold it', "a: 'x'\n", ['a'], 'a\tb', 'a: "a\\tb"\n'],
  ['quotes what others read as another type', 'a: x\n', ['a'], 'yes', 'a: "yes"\n'],
  ['quotes what looks like base 60', 'a: x\n', ['a'], '12:30:45', 'a: "12:30:45"\n'],
  ['quotes an octal of YAML 1.2', 'a: x\n', ['a'], '0o14', 'a: "0o14"\n'],
  ['quotes what only Helm reads as a number', 'a: x\n', ['a'], '1__0', 'a: "1__0"\n'],
  ['quotes in the way of the document', "a: 'x'\nb: u\n", ['b'], 'on', "a: 'x'\nb: 'on'\n"],
  ['writes numbers plain', 'a: "1"\n', ['a'], 1, 'a: 1\n'],
  ['drops a tag that does not fit', 'a: !!str 1\n', ['a'], 2, 'a: 2\n'],
  ['keeps a tag that fits', 'a: !!str x\n', ['a'], 'u', 'a: !!str u\n'],
  ['keeps an anchor nobody uses', 'a: &x 1\n', ['a'], 2, 'a: &x 2\n'],
  [
    'keeps a literal text literal',
    'a: |\n    x\nb: 1\n',
    ['a'],
    'u\nz\n',
    'a: |\n    u\n    z\nb: 1\n',
  ],
  [
    'writes a text of several lines as a literal',
    'a: 1\n',
    ['b'],
    'x\n\n  u\n',
    'a: 1\nb: |\n  x\n\n    u\n',
  ],
  ['keeps quotes between brackets', 'a: ["sh", "-c"]\n', ['a', 0], 'bash', 'a: ["bash", "-c"]\n'],
  ['keeps quotes between braces', 'a: {cpu: "500m"}\n', ['a', 'cpu'], '600m', 'a: {cpu: "600m"}\n'],
  ['keeps single ones, too', 'a: [\'x\', "u"]\n', ['a', 0], 'z', 'a: [\'z\', "u"]\n'],
  ['keeps the quotes of each item', 'a: ["x", u]\n', ['a'], ['z', 'v'], 'a: ["z", v]\n'],
  ['keeps none where none are', 'a: [x, "u"]\n', ['a', 0], 'z', 'a: [z, "u"]\n'],
  ['writes numbers plain between braces', 'a: {b: "1"}\n', ['a', 'b'], 1, 'a: {b: 1}\n'],
  ['quotes what comes after quoted ones', 'a: ["x"]\n', ['a'], ['x', 'u'], 'a: ["x", "u"]\n'],
  ['quotes an entry as all beside it', "a: 'x'\nb: 1\n", ['c'], 'u', "a: 'x'\nb: 1\nc: 'u'\n"],
  ['quotes an entry of braces', 'a: {b: "x"}\n', ['a', 'c'], 'u', 'a: {b: "x", c: "u"}\n'],
  ['does not quote beside two kinds', 'a: \'x\'\nb: "x"\n', ['c'], 'u', 'a: \'x\'\nb: "x"\nc: u\n'],
  [
    'does not quote beside plain ones',
    'a: {b: "x", c: u}\n',
    ['a', 'd'],
    'z',
    'a: {b: "x", c: u, d: z}\n',
  ],
  ['quotes what was missing', 'a: "x"\nb:\n', ['b'], 'u', 'a: "x"\nb: "u"\n'],
  ['leaves numbers beside quoted texts plain', 'a: "x"\n', ['b'], 1, 'a: "x"\nb: 1\n'],
  ['keeps the comment of a text', 'a: | # c\n  x\nb: 1\n', ['a'], 'u', 'a: u # c\nb: 1\n'],
  [
    'keeps it for another text',
    'a: |  # c\n  x\nb: 1\n',
    ['a'],
    'u\nz\n',
    'a: |  # c\n  u\n  z\nb: 1\n',
  ],
  ['keeps it for a number', 'a: >- # c\n  x\n', ['a'], 1, 'a: 1 # c\n'],
  ['keeps it for a mapping', 'a: | # c\n  x\nb: 1\n', ['a'], { c: 1 }, 'a: # c\n  c: 1\nb: 1\n'],
  ['keeps it behind an anchor', 'a: &x | # c\n  x\n', ['a'], { c: 1 }, 'a: &x # c\n  c: 1\n'],
  ['keeps it in a list', 'a:\n- | # c\n  x\n- 1\n', ['a', 0], 'u', 'a:\n- u # c\n- 1\n'],
  [
    'keeps it for an item of two keys',
    'a:\n- | # c\n  x\n',
    ['a', 0],
    { b: 1, c: 2 },
    'a:\n- b: 1 # c\n  c: 2\n',
  ],
  ['keeps it further down', 'a:\n  | # c\n  x\n', ['a'], { b: 1 }, 'a:\n  b: 1 # c\n'],
  ['takes no text for a comment', 'a: |\n  x # c\n', ['a'], 'u', 'a: u\n'],
  [
    'goes after the example of the last key',
    'a: 1\nlabels: {}\n# Example:\n# labels:\n#   team: data\n',
    ['b'],
    1,
    'a: 1\nlabels: {}\n# Example:\n# labels:\n#   team: data\nb: 1\n',
  ],
  [
    'goes after the example of the last key in a nested mapping',
    'w:\n  - name: x\n    env: []\n\n    # Like this:\n    # env:\n    #   - name: A\n\nz: 1\n',
    ['w', 0, 'b'],
    1,
    'w:\n  - name: x\n    env: []\n\n    # Like this:\n    # env:\n    #   - name: A\n    b: 1\n\nz: 1\n',
  ],
  [
    'goes after what could stand in an empty value',
    'a:\n  env: []\n  # - name: A\n  #   value: b\n\n  # about c\nz: 1\n',
    ['a', 'b'],
    1,
    'a:\n  env: []\n  # - name: A\n  #   value: b\n  b: 1\n\n  # about c\nz: 1\n',
  ],
  [
    'leaves a comment of the mapping around where it is',
    'a:\n  env: []\n# about z\nz: 1\n',
    ['a', 'b'],
    1,
    'a:\n  env: []\n  b: 1\n# about z\nz: 1\n',
  ],
  ['escapes where a literal cannot be', 'a: [x]\n', ['a', 0], 'x\ny', 'a: ["x\\ny"]\n'],
  ['replaces a folded text by a short one', 'a: >-\n  x\n  u\nb: 1\n', ['a'], 'z', 'a: z\nb: 1\n'],
  ['replaces a text over two lines', 'a: x\n  u\nb: 1\n', ['a'], 'z', 'a: z\nb: 1\n'],
  ['fills a missing value', 'a: # c\nb: 1\n', ['a'], 'x', 'a: x # c\nb: 1\n'],
  [
    'fills a missing value with a mapping',
    'a: # c\nb: 1\n',
    ['a', 'x'],
    1,
    'a: # c\n  x: 1\nb: 1\n',
  ],
  ['fills an explicit key without value', '? a\nb: 1\n', ['a'], 2, '? a\n: 2\nb: 1\n'],
  ['fills {}', 'a: {}\nb: 1\n', ['a', 'x'], true, 'a:\n  x: true\nb: 1\n'],
  ['fills { } with a comment', 'a: { }   # none\n', ['a', 'x'], 1, 'a:   # none\n  x: 1\n'],
  ['fills ~', 'a: ~\n', ['a', 'x'], 1, 'a:\n  x: 1\n'],
  ['fills an empty list with a mapping', 'a: []\n', ['a', 'x'], 1, 'a:\n  x: 1\n'],
  ['fills {} in a flow mapping', 'a: {b: {}}\n', ['a', 'b', 'x'], 1, 'a: {b: {x: 1}}\n'],
  [
    'keeps a comment between braces',
    'a: {\n  # c\n  }\n',
    ['a', 'x'],
    1,
    'a: {\n  # c\n  x: 1\n  }\n',
  ],
  [
    'makes what lacks on the way',
    'a: 1\n',
    ['b', 'c'],
    [{ d: 'x', e: 1 }],
    'a: 1\nb:\n  c:\n    - d: x\n      e: 1\n',
  ],
  [
    'puts a new key before following blanks and comments',
    'a:\n  b: 1\n\n# c\nd: 1\n',
    ['a', 'x'],
    1,
    'a:\n  b: 1\n  x: 1\n\n# c\nd: 1\n',
  ],
  [
    'puts a new key after the comments within the last entry',
    'a:\n  b: 1\n  # c\n',
    ['x'],
    1,
    'a:\n  b: 1\n  # c\nx: 1\n',
  ],
  [
    'uses the indentation of the neighbours',
    'a:\n    b:\n        c: 1\n',
    ['a', 'x', 'u'],
    1,
    'a:\n    b:\n        c: 1\n    x:\n        u: 1\n',
  ],
  ['uses an indentation of one', 'a:\n b: 1\n', ['a', 'x', 'u'], 1, 'a:\n b: 1\n x:\n  u: 1\n'],
  ['uses lists at the column of their key', 'a:\n- x\n', ['b'], ['u'], 'a:\n- x\nb:\n- u\n'],
  ['uses indented lists', 'a:\n   - x\n', ['b'], ['u'], 'a:\n   - x\nb:\n   - u\n'],
  ['uses CRLF', 'a: 1\r\nb: 2\r\n', ['c', 'd'], 1, 'a: 1\r\nb: 2\r\nc:\r\n  d: 1\r\n'],
  ['keeps a byte order mark', '\uFEFFa: 1\n', ['b'], 1, '\uFEFFa: 1\nb: 1\n'],
  ['adds no newline at the end', 'a: 1', ['b'], 1, 'a: 1\nb: 1'],
  [
    'keeps away from a text at the end of the file',
    'a:\n  # c\n  b: |\n    x',
    ['a', 'm'],
    1,
    'a:\n  m: 1\n  # c\n  b: |\n    x',
  ],
  [
    'keeps the empty lines of a + text',
    'a: |+\n  x\n\n\nb: 1\n',
    ['a'],
    'u\n',
    'a: |\n  u\nb: 1\n',
  ],
  [
    'adds after a + text',
    'x:\n  a: |+\n    x\n\nb: 1\n',
    ['x', 'c'],
    1,
    'x:\n  a: |+\n    x\n\n  c: 1\nb: 1\n',
  ],
  ['adds to a flow mapping', 'a: {b: 1}\n', ['a', 'c'], [1], 'a: {b: 1, c: [1]}\n'],
  [
    'adds to a padded flow mapping',
    'a: { b: 1 }\n',
    ['a', 'c'],
    { d: 1 },
    'a: { b: 1, c: { d: 1 } }\n',
  ],
  [
    'adds to a flow mapping of several lines',
    'a: {b: 1,\n  c: 2,  # c\n  }\n',
    ['a', 'd'],
    3,
    'a: {b: 1,\n  c: 2,  # c\n  d: 3,\n  }\n',
  ],
  [
    'puts a comma before a comment',
    'a: {\n  c: 2  # c\n  }\n',
    ['a', 'd'],
    3,
    'a: {\n  c: 2,  # c\n  d: 3\n  }\n',
  ],
  ['adds to a pair without braces', 'a: [b: 1]\n', ['a', 0, 'c'], 2, 'a: [{b: 1, c: 2}]\n'],
  ['writes JSON in JSON', 'a: {"b":"c"}\n', ['a', 'd'], { e: 'f' }, 'a: {"b":"c","d":{"e":"f"}}\n'],
  ['quotes a question mark between brackets', 'a: [x]\n', ['a', 0], 'x?y', 'a: ["x?y"]\n'],
  [
    'changes only what differs in a mapping',
    'a:\n  b: 1 # b\n  # c\n  c: 2\n',
    ['a'],
    { c: 3, b: 1 },
    'a:\n  b: 1 # b\n  # c\n  c: 3\n',
  ],
  [
    'does not rewrite what is equal',
    'a:\n  b: 0x10\n  c: 2\n',
    ['a'],
    { b: 16, c: 3 },
    'a:\n  b: 0x10\n  c: 3\n',
  ],
  ['keeps a comma off a colon', 'a: {b: }\n', ['a', 'c'], 1, 'a: {b: , c: 1 }\n'],
  [
    'also on a line of its own',
    'a: {\n  b: \n  }\n',
    ['a', 'c'],
    1,
    'a: {\n  b: ,\n  c: 1 \n  }\n',
  ],
  ['quotes a colon at the start between brackets', 'a: [u]\n', ['a', 0], ':x', 'a: [":x"]\n'],
  [
    'adds and takes out in a mapping',
    'a:\n  b: 1 # b\n  c: 2\n',
    ['a'],
    { b: 1, d: 3 },
    'a:\n  b: 1 # b\n  d: 3\n',
  ],
  [
    'changes only what differs in a list',
    'a:\n- 1 # one\n- 2 # two\n',
    ['a'],
    [1, 3],
    'a:\n- 1 # one\n- 3 # two\n',
  ],
  ['shortens a list', 'a:\n- 1 # one\n- 2\n- 3\nb: 1\n', ['a'], [1], 'a:\n- 1 # one\nb: 1\n'],
  ['lengthens a list', 'a: [1]\n', ['a'], [1, { x: 2 }], 'a: [1, {x: 2}]\n'],
  ['empties a mapping', 'a:  # c\n  b: 1\nd: 1\n', ['a'], {}, 'a: {}  # c\nd: 1\n'],
  ['replaces a mapping by a list', 'a:\n  b: 1\nd: 1\n', ['a'], ['x'], 'a:\n  - x\nd: 1\n'],
  ['replaces a value by a mapping', 'a: x # c\nd: 1\n', ['a'], { b: 1 }, 'a: # c\n  b: 1\nd: 1\n'],
  [
    'replaces an item by a mapping',
    'a:\n- x # c\n- u\n',
    ['a', 0],
    { b: 1, c: 2 },
    'a:\n- b: 1 # c\n  c: 2\n- u\n',
  ],
  ['adds an item at the length', 'a:\n- x\n', ['a', 1], 'u', 'a:\n- x\n- u\n'],
  ['finds a key by its value', '"\\u0061": 1\n', ['a'], 2, '"\\u0061": 2\n'],
  ['finds an explicit key', '? "a"\n: 1\n', ['a'], 2, '? "a"\n: 2\n'],
  ['fills a file of comments', '# c\n', ['a', 'b'], 1, '# c\na:\n  b: 1\n'],
  ['fills an empty file', '', ['a'], [1], 'a:\n  - 1\n'],
  ['quotes a key that is not text', 'a: 1\n', ['yes'], 1, 'a: 1\n"yes": 1\n'],
  ['sets __proto__ like any other key', 'a: 1\n', ['__proto__'], 1, 'a: 1\n__proto__: 1\n'],
];

describe('set', () => {
  it.each(sets)('%s', (_, before, path, value, after) => {
    expect(edited(before, { op: 'set', path, value })).toBe(after);
    expect(edited(after, { op: 'set', path, value })).toBe(after);
  });

  it('writes comments beside what it inserts', () => {
    const text = 'a: {}\n';
    const comments = { '': 'whole', b: 'deep', 'b/c': 'deeper' };
    expect(edited(text, { op: 'set', path: ['x'], value: { b: { c: 1 } }, comments })).toBe(
      'a: {}\nx:  # whole\n  b:  # deep\n    c: 1  # deeper\n',
    );
    expect(edited(text, { op: 'set', path: ['a'], value: { b: 1 }, comments })).toBe(
      'a:\n  b: 1  # deep\n',
    );
    expect(
      edited('v:\n- x\n', { op: 'append', path: ['v'], value: { b: 1 }, comments: { b: 'why' } }),
    ).toBe('v:\n- x\n- b: 1  # why\n');
  });

  it('puts a key under the last commented-out example of it', () => {
    const text =
      'w:\n- name: x\n  # in full:\n  # sc:\n  #   a: 1\n  #   b:\n  #     - c\n  # sc:\n\n  # more\n  u: {}\n';
    expect(edited(text, { op: 'set', path: ['w', 0, 'sc', 'a'], value: 2 })).toBe(
      text.replace('# sc:\n\n', '# sc:\n  sc:\n    a: 2\n\n'),
    );
  });

  it('leaves examples at other columns alone', () => {
    const text = 'a: 1\n  # x:\n  #   u: 1\n# x: prose\n# more\nb: 1\n';
    expect(edited(text, { op: 'set', path: ['x'], value: 1 })).toBe(
      text.replace('# x: prose\n', '# x: prose\nx: 1\n'),
    );
  });
});

const appends: readonly SetCase[] = [
  ['adds to a list', 'a:\n- x # c\n\n# d\nb: 1\n', ['a'], 'u', 'a:\n- x # c\n- u\n\n# d\nb: 1\n'],
  [
    'copies wide dashes',
    'a:\n  -   b: 1\n      c: 2\n',
    ['a'],
    { b: 2, c: 3 },
    'a:\n  -   b: 1\n      c: 2\n  -   b: 2\n      c: 3\n',
  ],
  ['adds to a flow list', 'a: [x, {b: 1}]\n', ['a'], { c: 1 }, 'a: [x, {b: 1}, {c: 1}]\n'],
  [
    'adds JSON to JSON',
    'a: [{"b":"c"},{"b":"d"}]\n',
    ['a'],
    { b: 'e' },
    'a: [{"b":"c"},{"b":"d"},{"b":"e"}]\n',
  ],
  [
    'fills [] and keeps its comment',
    'a: []   # none\nb: 1\n',
    ['a'],
    { x: 1, u: 2 },
    'a:   # none\n  - x: 1\n    u: 2\nb: 1\n',
  ],
  ['fills [ ]', 'a: [ ]\n', ['a'], 1, 'a:\n  - 1\n'],
  [
    'fills brackets with a comment',
    'a: [\n  # none\n  ]\n',
    ['a'],
    { x: 1 },
    'a: [\n  # none\n  {x: 1}\n  ]\n',
  ],
  ['fills a missing list', 'a:\nb: 1\n', ['a'], 1, 'a:\n  - 1\nb: 1\n'],
  ['makes a list', 'b:\n- 1\n', ['a'], 1, 'b:\n- 1\na:\n- 1\n'],
  [
    'goes after the comments within the last item',
    'a:\n- x: 1\n  # u: 2\n# z\nb: 1\n',
    ['a'],
    2,
    'a:\n- x: 1\n  # u: 2\n- 2\n# z\nb: 1\n',
  ],
  ['goes after a text at the end of the file', 'a:\n- |\n  x', ['a'], 'u', 'a:\n- |-\n  x\n- u'],
  ['is quoted as all beside it', 'a: ["x", "u"]\n', ['a'], 'z', 'a: ["x", "u", "z"]\n'],
  ['is quoted in a block', "a:\n- 'x'\n- 1\n", ['a'], 'z', "a:\n- 'x'\n- 1\n- 'z'\n"],
  ['is not quoted beside a plain one', 'a: ["x", u]\n', ['a'], 'z', 'a: ["x", u, z]\n'],
  [
    'has its texts quoted as those of the other items',
    'a:\n- name: "x"\n  path: /x\n- name: "u"\n  path: "/u"\n',
    ['a'],
    { name: 'z', path: '/z' },
    'a:\n- name: "x"\n  path: /x\n- name: "u"\n  path: "/u"\n- name: "z"\n  path: /z\n',
  ],
  [
    'has its texts quoted between braces',
    'a: [{name: "x", k: 1}]\n',
    ['a'],
    { name: 'z', k: 2 },
    'a: [{name: "x", k: 1}, {name: "z", k: 2}]\n',
  ],
  ['refuses a mapping', 'a: {b: 1}\n', ['a'], 1, 'refused: wrong-kind'],
  ['refuses a value', 'a: 1\n', ['a'], 1, 'refused: wrong-kind'],
];

describe('append', () => {
  it.each(appends)('%s', (_, before, path, value, after) => {
    expect(edited(before, { op: 'append', path, value })).toBe(after);
  });
});

const removals: readonly (readonly [string, string, Path, string])[] = [
  [
    'takes an entry with its comment',
    'a: 1\n# about b\nb: 2 # two\n\nc: 3\n',
    ['b'],
    'a: 1\n# about b\n\nc: 3\n',
  ],
  ['takes an entry of several lines', 'a:\n  x:\n    - 1\n  y: 2\n', ['a', 'x'], 'a:\n  y: 2\n'],
  ['takes the last line', 'a: 1\nb: 2', ['b'], 'a: 1'],
  ['takes a text with its empty lines', 'a: 1\nb: |+\n  x\n\nc: 1\n', ['b'], 'a: 1\nc: 1\n'],
  [
    'lets nothing become part of a text',
    'a: |\n  x\nb:\n  c: 1\n  # d\ne: 1\n',
    ['b'],
    'a: |\n  x\ne: 1\n',
  ],
  [
    'lets no empty line become part of a text',
    'a: |+\n  x\nb: 1\n\nc: 1\n',
    ['b'],
    'a: |+\n  x\nc: 1\n',
  ],
  ['takes the first entry of an item', 'a:\n- x: 1\n  y: 2\n', ['a', 0, 'x'], 'a:\n- y: 2\n'],
  [
    'keeps the comment of the next',
    'a:\n- x: 1\n  # c\n  y: 2\n',
    ['a', 0, 'x'],
    'a:\n-\n  # c\n  y: 2\n',
  ],
  ['takes an item', 'a:\n- 1\n- 2 # c\n- 3\n', ['a', 1], 'a:\n- 1\n- 3\n'],
  [
    'leaves {} where nothing is left',
    'a:  # c\n  b: 1 # d\nc: 1\n',
    ['a', 'b'],
    'a: {}  # c\nc: 1\n',
  ],
  ['leaves [] where nothing is left', 'a:\n- 1\n', ['a', 0], 'a: []\n'],
  ['leaves {} in an item', 'a:\n- b: 1\n', ['a', 0, 'b'], 'a:\n- {}\n'],
  ['takes the first of a flow list', 'a: [1, 2, 3]\n', ['a', 0], 'a: [2, 3]\n'],
  [
    'takes one in between of a flow mapping',
    'a: {b: 1, c: 2, d: 3}\n',
    ['a', 'c'],
    'a: {b: 1, d: 3}\n',
  ],
  ['keeps a bracket off a colon', 'a: {b: , c: 2}\n', ['a', 'c'], 'a: {b: }\n'],
  ['takes the last of a flow mapping', 'a: {b: 1, c: 2,}\n', ['a', 'c'], 'a: {b: 1,}\n'],
  [
    'keeps comments between brackets',
    'a: [\n  1, # one\n  2 # two\n]\n',
    ['a', 1],
    'a: [\n  1 # one\n   # two\n]\n',
  ],
  ['does nothing where nothing is', 'a: 1\n', ['b', 'c'], 'a: 1\n'],
];

describe('remove', () => {
  it.each(removals)('%s', (_, before, path, after) => {
    expect(edited(before, { op: 'remove', path })).toBe(after);
  });
});

describe('what stands in the way is named', () => {
  it.each<readonly [string, Path, string]>([
    ['a: x\n', ['a', 'b'], 'a is a single value, where a mapping is needed.'],
    ['a: [1]\n', ['a', 'b'], 'a is a list, where a mapping is needed.'],
    ['a: {b: 1}\n', ['a', 0], 'a is a mapping, where a list is needed.'],
    ['a: {b: 1}\n', ['a', 0, 'c'], 'a is a mapping, where a list is needed.'],
  ])('%j at %j', (text, path, message) => {
    const [refusal] = changeText(text, [{ op: 'set', path, value: 1 }]).refused;
    expect(refusal).toMatchObject({ code: 'wrong-kind', message });
  });

  it('does not edit what it cannot read', () => {
    expect(edited('a: "', { op: 'set', path: ['a'], value: 1 })).toBe('refused: unreadable');
  });
});
