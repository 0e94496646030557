import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Words } from '../../../src/wizard/findings/words.tsx';

test.each([
  ['plain words', 'plain words'],
  ['Write `key: value` with a space.', 'Write <code>key: value</code> with a space.'],
  ['`a` and `b`', '<code>a</code> and <code>b</code>'],
  ['one ` alone stays', 'one ` alone stays'],
  ['as in `<<: *name`', 'as in <code>&lt;&lt;: *name</code>'],
])('%s', (text, expected) => {
  expect(renderToStaticMarkup(createElement(Words, { text }))).toBe(expected);
});
