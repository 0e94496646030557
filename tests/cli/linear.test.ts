import { describe, expect, test } from 'vitest';
import { Discretion } from '../../src/cli/disclose/discretion.ts';
import { isHarmless, isPlainKey } from '../../src/cli/disclose/harmless.ts';
import { maskedUnread } from '../../src/cli/disclose/masked-line.ts';
import { jsonData, jsonList } from '../../src/cli/input/json-list.ts';
import { quickData } from '../../src/cli/input/quick-yaml.ts';
import { payloadOf } from '../../src/cli/link-address.ts';
import { jsonText, visible, visibleLine } from '../../src/cli/report/visible.ts';
import { hostileTexts, patternsIn, search } from '../linear/patterns.ts';

/*
 * What takes longer than linear time does not end within a test's time at these lengths: a
 * quadratic search looks at ten thousand million places.
 */
const length = 100_000;

const found = patternsIn('src/cli');

const texts = hostileTexts(length);

test('every expression of the sources is met', () => {
  expect(found.length).toBeGreaterThan(40);
  expect(found.map(([name]) => name)).toContain('input/sources.ts: /\\.(ya?ml|json)$/i');
});

describe('over 100,000 characters of its worst kind', () => {
  test.each(found)('%s comes to an end', { timeout: 120_000 }, (_, pattern) => {
    search(pattern, texts);
  });

  const discretion = new Discretion({ hidden: ['s3cret', 'a b'], shown: ['a'], unread: 'x "y"' });
  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ['quickData', quickData],
    ['quickData of a block', (text) => quickData(`a: |\n  ${text}`)],
    ['quickData of a quote', (text) => quickData(`a: "${text}`)],
    ['quickData of blank lines', (text) => quickData(`a: |\n  b${text}c: d\n`)],
    ['jsonData', (text) => jsonData(`{${text}`)],
    ['jsonList', (text) => jsonList(`{"items": [${text}`)],
    ['jsonList of a string', (text) => jsonList(`{"a": "${text}`)],
    ['visible', visible],
    ['visibleLine', visibleLine],
    ['jsonText', jsonText],
    ['payloadOf', payloadOf],
    ['maskedUnread', maskedUnread],
    ['isHarmless', (text) => isHarmless(['image'], text)],
    ['isPlainKey', isPlainKey],
    ['message', (text) => discretion.message(text)],
    ['leaks', (text) => discretion.leaks(text)],
    ['hidden', (text) => new Discretion({ hidden: [text], shown: [] }).message('"x"')],
  ];
  test.each(readers)('%s comes to an end', { timeout: 120_000 }, (_, reader) => {
    for (const text of texts) reader(text);
  });
});
