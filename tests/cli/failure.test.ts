import { describe, expect, test } from 'vitest';
import { readingFailure, systemReason } from '../../src/cli/failure.ts';

/** An error as the file system throws it. Root may read any file, so none is provoked here. */
function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: some words, open 'values.yaml'`), {
    code,
    syscall: 'open',
  });
}

describe('what the system says of a file', () => {
  test.each([
    ['ENOENT', 'there is no such file or folder'],
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EISDIR', 'it is a folder'],
    ['EWEIRD', "EWEIRD: some words, open 'values.yaml'"],
    // A key of every object is no code.
    ['constructor', "constructor: some words, open 'values.yaml'"],
  ])('%s: %s', (code, says) => {
    expect(systemReason(systemError(code))).toBe(says);
  });

  test('is a sentence where it stands alone', () => {
    expect(readingFailure(systemError('EACCES'))).toEqual({ message: 'Permission denied.' });
  });

  test.each([new TypeError('ours'), 'ours', undefined])('%s is thrown on', (thrown) => {
    expect(() => systemReason(thrown)).toThrow();
  });
});
