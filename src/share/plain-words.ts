/*
 * What reads as words, numbers and short codes, and so can hold no generated credential. When in
 * doubt a text is not plain. All of it is linear: no text makes it slow.
 */

/** Longer words than this are hardly any. */
const maxLetters = 24;
/** An account of a cloud has twelve digits. */
const maxDigits = 12;
/** Codes such as `k8s`, which mix letters and digits, are short and few. */
const maxCode = 4;
const maxCodes = 3;

/** Letters that follow a letter in hardly any word of English or of this field. */
const unlikely: Readonly<Record<string, string>> = {
  a: 'q',
  b: 'ghnqtvwxz',
  c: 'bjnqvwxz',
  d: 'kqwz',
  e: 'z',
  f: 'ghjkpqvwxz',
  g: 'djkpqvxy',
  h: 'dfghjvwxz',
  i: 'hqwy',
  j: 'bcdfghklmqrtwxy',
  k: 'kqvxz',
  l: 'qwx',
  m: 'hqxz',
  n: 'wx',
  o: 'q',
  p: 'jkqwx',
  q: 'abcdefghijklmnopqrtvwxyz',
  r: 'qxz',
  s: 'jq',
  t: 'qxz',
  u: 'hjkquvw',
  v: 'bcfhjklmnpqtuvwxz',
  w: 'bcdfgjkmqtuvwxyz',
  x: 'bdghklnoquvwz',
  y: 'quvx',
  z: 'bcdfghjkmnpqrstvw',
};

/** Words without a vowel that are longer than four letters. */
const abbreviations: ReadonlySet<string> = new Set(['https', 'tmpfs']);

/** Whether every run of letters and digits in a text reads as a word, a number or a short code. */
export function isPlain(text: string, codes = maxCodes): boolean {
  const runs = text.match(/[A-Za-z0-9]+/g) ?? [];
  const mixed = runs.filter((run) => /[A-Za-z]\d|\d[A-Za-z]/.test(run));
  return mixed.length <= codes && runs.every(isPlainRun);
}

/** Whether it also has no word with digits at its end, as many passwords do, and one code at most. */
export function isPlainProse(text: string): boolean {
  return isPlain(text, 1) && !/[A-Za-z]{4}\d/.test(text);
}

function isPlainRun(run: string): boolean {
  if (run.length <= maxCode && /\d/.test(run)) return true;
  if (/^\d+$/.test(run)) return run.length <= maxDigits;
  const [, before = '', word = '', after = ''] = /^(\d*)([A-Za-z]+)(\d*)$/.exec(run) ?? [];
  if (word === '') return /^v\d{1,3}(alpha|beta|rc)\d{1,3}$/.test(run);
  const isNumbered = before === '' || after === '';
  return isNumbered && before.length <= 4 && after.length <= 4 && isPlainWord(word);
}

function isPlainWord(word: string): boolean {
  if (word.length > maxLetters) return false;
  const humps = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  const short = humps.filter((hump) => hump.length <= 2);
  const isWritten = humps.length === 1 || (humps.length <= 4 && short.length <= 1);
  return isWritten && humps.length <= 1 + word.length / 4 && humps.every(isPlainHump);
}

function isPlainHump(hump: string): boolean {
  const word = hump.toLowerCase();
  if (word.length <= 4 || abbreviations.has(word)) return true;
  const isLikely = [...word].every(
    (letter, index) => !(unlikely[letter] ?? '').includes(word[index + 1] ?? ' '),
  );
  return isLikely && /[aeiouy]/.test(word) && !/[^aeiouy]{5}/.test(word);
}
