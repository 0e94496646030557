import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeOf, packageFolder } from '../../scripts/site/notices-plugin.ts';
import { temporaryFolder } from '../cli/cli.ts';

test.each([
  ['/wizard/src/wizard/main.tsx', undefined],
  ['/wizard/node_modules/react/index.js', '/wizard/node_modules/react'],
  ['\0/wizard/node_modules/react/index.js?commonjs-es-import', '/wizard/node_modules/react'],
  ['/wizard/node_modules/@scope/one/dist/a.css?inline', '/wizard/node_modules/@scope/one'],
  ['/wizard/node_modules/a/node_modules/b/c.js', '/wizard/node_modules/a/node_modules/b'],
])('the package of %s is %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

function packageWith(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'package');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const about = JSON.stringify({ name: 'one', version: '1.2.3', license: 'MIT' });

test('a package is named with every text of its terms', () => {
  const folder = packageWith({
    'package.json': about,
    'LICENSE.md': 'Do as you like.\r\n',
    'NOTICE.txt': 'By somebody.',
    'readme.md': 'License',
  });
  expect(noticeOf(folder)).toEqual({
    name: 'one',
    version: '1.2.3',
    licence: 'MIT',
    texts: ['Do as you like.', 'By somebody.'],
  });
});

test('a package without any text of its terms stops the build', () => {
  expect(() => noticeOf(packageWith({ 'package.json': about }))).toThrow(/one brings no licence/);
});
