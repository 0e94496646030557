import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Words } from '../../../src/wizard/findings/words.tsx';

test.each([
  ['plain words', '<span>plain words</span>'],
  [
    'Write `key: value` with a space.',
    '<span>Write </span><code translate="no">key: value</code><span> with a space.</span>',
  ],
  [
    '`a` and `b`',
    '<span></span><code translate="no">a</code><span> and </span><code translate="no">b</code><span></span>',
  ],
  ['one ` alone stays', '<span>one ` alone stays</span>'],
  [
    'as in `<<: *name`',
    '<span>as in </span><code translate="no">&lt;&lt;: *name</code><span></span>',
  ],
])('%s', (text, expected) => {
  expect(renderToStaticMarkup(createElement(Words, { text }))).toBe(expected);
});
