import { type DocumentName, documentNames } from '../agent/documents/documents.ts';
import { isList, isMapping, type Mapping, textOf, valueAt } from '../agent/documents/plain.ts';
import { parseTree, type YamlTree } from '../yaml/parse-tree.ts';
import type { Path } from '../yaml/path.ts';
import { dataOf } from '../yaml/value.ts';
import { hasKnownForm, isHarmless } from './credential-forms.ts';
import { suspicion } from './credential-names.ts';
import { isPlainAddress } from './harmless-forms.ts';
import { isPlainProse } from './plain-words.ts';

/** A credential in plain text. */
export interface FoundSecret {
  readonly document: DocumentName;
  /** Empty for one in a comment. */
  readonly path: Path;
  /** What it is, for people, never the value: `the value of AIRFLOW_CONN_GIT`. */
  readonly what: string;
}

/**
 * Every credential that stands in the documents in plain text, comments included. When in doubt
 * it is one. References (`${TOKEN}`, secretKeyRef), file names, paths and placeholders in angle
 * brackets are none. A document that cannot be read is searched line by line.
 */
export function secretsIn(trees: Readonly<Record<DocumentName, YamlTree>>): FoundSecret[] {
  return documentNames.flatMap((document) =>
    secretsOf(trees[document]).map((found) => ({ document, ...found })),
  );
}

/** The same of one document. */
export function secretsOf(tree: YamlTree): Omit<FoundSecret, 'document'>[] {
  const found: Omit<FoundSecret, 'document'>[] = inLines(tree).map((what) => ({ path: [], what }));
  if (tree.root !== undefined) {
    visit(dataOf(tree.root), [], (path, what) => found.push({ path, what }));
  }
  return found;
}

/** Whether a text must be taken for a credential, by the key it stands under or by its form. */
export function looksLikeCredential(key: string, value: string): boolean {
  return isSuspect(key, value) || holdsCredential(value);
}

/** Whether by its name a value is a credential. */
function isSuspect(key: string, value: string): boolean {
  if (isHarmless(value)) return false;
  const suspected = suspicion(key);
  return suspected === 'certain' || (suspected === 'possible' && !isPlainText(value));
}

/** Words, numbers, a path or an address, and nothing random. */
function isPlainText(value: string): boolean {
  return isPlainAddress(value) || (/^[\w .,:/@*-]*$/.test(value) && isPlainProse(value));
}

type Report = (path: Path, what: string) => void;

function visit(value: unknown, path: Path, report: Report): void {
  if (isList(value)) visitItems(value, path, report);
  else if (isMapping(value)) visitFields(value, path, report);
  else if (typeof value === 'string' && holdsCredential(value)) {
    report(path, 'a text that holds a credential');
  }
}

function visitItems(items: readonly unknown[], path: Path, report: Report): void {
  for (const [index, item] of items.entries()) {
    const place = [...path, index];
    // Arguments: `--password` and, as the next one, what it is.
    const option = /^--?([A-Za-z][\w-]{0,80})$/.exec(textOf(items[index - 1]))?.[1];
    const isArgument = option !== undefined && typeof item === 'string' && !item.startsWith('-');
    if (isArgument && isSuspect(option, item)) report(place, `the value of --${option}`);
    else visit(item, place, report);
  }
}

function visitFields(fields: Mapping, path: Path, report: Report): void {
  const variable = textOf(valueAt(fields, 'name')) || textOf(valueAt(fields, 'key'));
  for (const [key, child] of Object.entries(fields)) {
    const place = [...path, key];
    const name = key === 'value' && variable !== '' ? variable : key;
    const text = scalarText(child);
    if (text !== undefined) {
      const isFound = isSuspect(name, text) || (typeof child === 'string' && holdsCredential(text));
      if (isFound) report(place, `the value of ${name}`);
    } else if (suspicion(name) === 'certain' && holdsValue(child)) {
      report(place, `the value of ${name}`);
    } else visit(child, place, report);
  }
}

/** A text; a number, too, of as many digits as a PIN has. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Math.abs(value) >= 1000 ? String(value) : undefined;
}

/** Keys by which a mapping points to a credential that is kept elsewhere. */
const references: ReadonlySet<string> = new Set([
  'audience',
  'defaultMode',
  'existingSecret',
  'expirationSeconds',
  'items',
  'key',
  'name',
  'namespace',
  'optional',
  'path',
  'secretKeyRef',
  'secretName',
  'valueFrom',
]);

/** Whether a mapping or a list under the name of a credential holds the credential itself. */
function holdsValue(value: unknown): boolean {
  if (isList(value)) return value.some(holdsValue);
  if (isMapping(value)) {
    const keys = Object.keys(value);
    return !keys.every((key) => references.has(key)) && Object.values(value).some(holdsValue);
  }
  const text = scalarText(value);
  return text !== undefined && !isHarmless(text);
}

/** Whether a text holds a credential somewhere: JSON or YAML with a password, a URL with one, a known form. */
function holdsCredential(text: string): boolean {
  if (hasKnownForm(text)) return true;
  if (!/[:=]/.test(text)) return false;
  const { root } = /[{\n]|: /.test(text) ? parseTree(text) : { root: undefined };
  if (root === undefined || root.kind === 'scalar') return pairsIn(text).length > 0;
  let found = inLines(parseTree(text)).length > 0;
  visit(dataOf(root), [], () => {
    found = true;
  });
  return found;
}

const pair =
  /(?<![\w.])([A-Za-z][\w.-]{0,80})["']?(?:\s{0,9}[:=]\s{0,9}|\sis\s)["']?([^\s"',}]{1,400})/g;

/** The pairs of a line of which the value is a credential. */
function pairsIn(line: string): readonly (readonly [key: string, value: string])[] {
  return [...line.matchAll(pair)].flatMap(([, key = '', value = '']) =>
    isSuspect(key, value) ? [[key, value] as const] : [],
  );
}

/** Comments, or, if the text cannot be read as YAML, every line. */
function inLines({ text, root }: YamlTree): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const isComment = root !== undefined;
    const part = isComment ? (/(?:^|\s)#(.*)/s.exec(line)?.[1] ?? '') : line;
    if (part === '') return [];
    const pairs = pairsIn(part).filter(([key, value]) => !isComment || isMeant(key, value));
    const isFound = pairs.length > 0 || hasKnownForm(part);
    return isFound ? [`${isComment ? 'a comment' : 'the text'} on line ${index + 1}`] : [];
  });
}

/** In a comment, mere words are an explanation or an example such as `change-me`. */
function isMeant(key: string, value: string): boolean {
  return suspicion(key) === 'certain' && !/^[a-z]+([-_ ][a-z]+)*[.;:]?$/i.test(value);
}
