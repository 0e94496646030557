import { expect, test } from 'vitest';
import { mayChange, sopsIn } from '../../src/sources/sops.ts';
import { substitutionsIn } from '../../src/sources/substitution.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';

test.each<[string, readonly (readonly [string, string, number])[]]>([
  ['', []],
  ['plain', []],
  [`\${NS}`, [['variable', `\${NS}`, 0]]],
  [`agent-\${ENV}`, [['variable', `\${ENV}`, 6]]],
  [
    `\${a}-\${b:=x}`,
    [
      ['variable', `\${a}`, 0],
      ['variable', `\${b:=x}`, 5],
    ],
  ],
  // Escaped, it is what it says.
  [`$\${HOME}`, []],
  ['$HOME', []],
  [`\${`, []],
  ['{{cluster}}', [['braces', '{{cluster}}', 0]]],
  ['a-{{ .name }}-b', [['braces', '{{ .name }}', 2]]],
  ['{% if x %}', [['braces', '{% if x %}', 0]]],
  ['{"a": {"b": 1}}', []],
  ['<registry>', [['placeholder', '<registry>', 0]]],
  ['a < b > c', []],
  [
    'ENC[AES256_GCM,data:x=,iv:a=,tag:b==,type:str]',
    [['encrypted', 'ENC[AES256_GCM,data:x=,iv:a=,tag:b==,type:str]', 0]],
  ],
  ['ENC[x]', []],
])('what is filled in later of %j', (text, expected) => {
  const found = substitutionsIn(text).map(({ kind, text: one, offset }) => [kind, one, offset]);
  expect(found).toEqual(expected);
});

const encrypted = (rules: string) => {
  const { root } = parseTree(`a: 1\nsops:\n  mac: ENC[x]\n${rules}`);
  const sops = root && sopsIn(root);
  if (sops === undefined) throw new Error('not of SOPS');
  return sops;
};

test.each<[string, readonly string[], boolean]>([
  ['', ['a'], true],
  ['', ['a_unencrypted', 'b'], false],
  ['  unencrypted_suffix: _plain\n', ['a_plain'], false],
  ['  unencrypted_suffix: _plain\n', ['a_unencrypted'], true],
  ['  encrypted_suffix: _secret\n', ['a', 'b_secret', 'c'], true],
  ['  encrypted_suffix: _secret\n', ['a'], false],
  ['  encrypted_regex: ^(token|value)$\n', ['env', 'value'], true],
  ['  encrypted_regex: ^(token|value)$\n', ['values'], false],
  ['  unencrypted_regex: ^meta\n', ['metadata', 'x'], false],
  ['  unencrypted_regex: ^meta\n', ['x'], true],
  // What cannot be read of the rule counts as encrypted.
  ['  encrypted_regex: "(?<"\n', ['x'], true],
  ['  unencrypted_regex: "(?<"\n', ['x'], true],
])('SOPS with %j encrypts %j: %s', (rules, path, expected) => {
  expect(encrypted(rules).isEncrypted(path)).toBe(expected);
});

test.each<[string, unknown, boolean]>([
  ['  mac_only_encrypted: true\n  encrypted_regex: ^secret$\n', { a: 2 }, true],
  ['  mac_only_encrypted: true\n  encrypted_regex: ^secret$\n', { a: 1, secret: 'x' }, false],
  ['  mac_only_encrypted: true\n  encrypted_regex: ^a$\n', {}, false],
  ['  encrypted_regex: ^secret$\n', { a: 2 }, false],
  ['  mac_only_encrypted: true\n', { a: 2 }, false],
])('SOPS with %j and {a: 1} lets it become %j: %s', (rules, after, expected) => {
  expect(mayChange(encrypted(rules), { a: 1 }, after)).toBe(expected);
});
