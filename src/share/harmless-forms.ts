import { isList, isMapping } from '../agent/documents/plain.ts';
import { parseTree } from '../yaml/parse-tree.ts';
import { dataOf } from '../yaml/value.ts';
import { hasCredentialWord, suspicion } from './credential-names.ts';
import { isPlain } from './plain-words.ts';

/*
 * The forms of free text that may go into a link. Each says what a text must be, never what it
 * must not: a credential of a form that nobody has thought of stays at home.
 */

/** Longer texts than this are looked at no further. */
const maxLength = 253;
const maxConfigLength = 20_000;

const host = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;
const image =
  /^([a-z0-9][a-z0-9.-]*(?::\d{1,5})?\/)?([a-z0-9][a-z0-9._/-]*)(?::(\w[\w.-]*))?(@sha256:[a-f0-9]{64})?$/;

const forms = {
  /** A name as Kubernetes has them. */
  name: (text: string) => /^[a-z0-9][a-z0-9.-]*$/.test(text) && isPlain(text),
  /** Names between commas. */
  names: (text: string) => /^[\w.-]+( ?, ?[\w.-]+)*$/.test(text) && isPlain(text),
  /** An image; of a commit in its tag, a short hash. */
  image: (text: string) => {
    const [, registry = '', path = '', tag = ''] = image.exec(text) ?? [];
    const words = tag.replace(/(^|[-.])[a-f0-9]{7,10}$/, '');
    return path !== '' && isPlain(registry) && isPlain(path) && isPlain(words);
  },
  /** A path, absolute or not, of plain words. */
  path: (text: string) => /^\/?[\w./-]*$/.test(text) && isPlain(text),
  /** The key of a label or an annotation. */
  key: (text: string) => /^[\w./-]+$/.test(text) && isPlain(text),
  /** The value of a label or an annotation: words, numbers, lists of names, plain addresses. */
  value: isPlainValue,
  /** Vector's configuration, every part of which is plain. */
  config: isPlainConfig,
} as const;

/** A harmless form of free text. */
export type Form = keyof typeof forms;

export const formNames: readonly Form[] = [
  'name',
  'names',
  'image',
  'path',
  'key',
  'value',
  'config',
];

/** Whether a text is of a form; an empty one is of each. */
export function isOfForm(form: Form, text: string): boolean {
  const most = form === 'config' ? maxConfigLength : maxLength;
  return text === '' || (text.length <= most && forms[form](text));
}

/** Whether under a key the value can be no credential. */
export function isPlainUnder(key: string, value: string): boolean {
  if (isSwitch(value) || isReference(value)) return true;
  return suspicion(key) !== 'certain' && isPlainValue(value);
}

/** A word such as `true`, which holds nothing. */
export function isSwitch(value: string): boolean {
  return /^(true|false|null|~|)$/i.test(value);
}

/** A reference to a variable or to what a template puts in, which is not the value itself. */
export function isReference(value: string): boolean {
  return /^\$\{[A-Za-z_]\w{0,99}\}$|^\$\([A-Za-z_]\w{0,99}\)$|^\{\{ [\w. ]{1,99} \}\}$/.test(value);
}

function isPlainValue(text: string): boolean {
  if (hasCredentialWord(text)) return false;
  return (
    ((/^[\w.:-]+( ?, ?[\w.-]+)*$/.test(text) || /^\/[\w./*-]*$/.test(text)) && isPlain(text)) ||
    isPlainAddress(text)
  );
}

/** `https://wiki.example.com/agents` or `team@example.com`: without a user, a query or a random part. */
export function isPlainAddress(text: string): boolean {
  const [, at = '', path = ''] = /^https?:\/\/([^/?#@]+)((?:\/[\w.~-]*)*)$/i.exec(text) ?? [];
  if (at !== '') return host.test(at) && isPlain(at) && isPlain(path);
  return /^[a-z][a-z._-]*@[a-z0-9.-]+$/i.test(text) && isPlain(text);
}

function isPlainConfig(text: string): boolean {
  // A comment may say anything.
  if (text.includes('#')) return false;
  const { root, problems } = parseTree(text);
  return root !== undefined && problems.length === 0 && isPlainData('', dataOf(root));
}

function isPlainData(key: string, value: unknown): boolean {
  if (isList(value)) return value.every((item) => isPlainData(key, item));
  if (isMapping(value)) {
    return Object.entries(value).every(
      ([name, child]) => isOfForm('key', name) && isPlainData(name, child),
    );
  }
  return value === null || isPlainUnder(key, String(value));
}
