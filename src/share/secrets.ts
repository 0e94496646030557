import { type DocumentName, documentNames } from '../agent/documents/documents.ts';
import { isList, isMapping, textOf, valueAt } from '../agent/documents/plain.ts';
import { parseTree, type YamlTree } from '../yaml/parse-tree.ts';
import type { Path } from '../yaml/path.ts';
import { dataOf } from '../yaml/value.ts';

/** A credential in plain text. */
export interface FoundSecret {
  readonly document: DocumentName;
  /** Empty for one in a comment. */
  readonly path: Path;
  /** What it is, for people, never the value: `the value of AIRFLOW_CONN_GIT`. */
  readonly what: string;
}

/** Keys that hold a credential itself, compared without case, `_` and `-`. Names and files of one are none. */
const credentialKeys: ReadonlySet<string> = new Set([
  'accesskey',
  'accesstoken',
  'agentauthsecret',
  'agenttoken',
  'apikey',
  'apitoken',
  'authtoken',
  'bearertoken',
  'clientsecret',
  'connectionstring',
  'credentials',
  'imagepullsecretdata',
  'passphrase',
  'passwd',
  'password',
  'privatekey',
  'secret',
  'secretaccesskey',
  'secretid',
  'secretkey',
  'sentinelauthsecret',
  'token',
]);

/** Words of an environment variable's name that say that its value is a credential. */
const credentialWords: ReadonlySet<string> = new Set([
  'APIKEY',
  'CREDENTIAL',
  'CREDENTIALS',
  'PASSPHRASE',
  'PASSWD',
  'PASSWORD',
  'PWD',
  'SECRET',
  'TOKEN',
]);

/** Last words that turn such a name into that of something else. */
const harmlessEndings: ReadonlySet<string> = new Set([
  'BACKEND',
  'DIR',
  'ENABLED',
  'FILE',
  'NAME',
  'PATH',
  'SECONDS',
  'TTL',
  'TYPE',
  'URL',
]);

// The patterns below count what they repeat, so that no text makes them slow.

/** Credentials that are known by their form. */
const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /\beyJ[\w-]{8,120}\.[\w-]{8}/,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hvs\.|sk-|npg_)[\w-]{10}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(Bearer|Basic) [\w+/=.-]{12}/,
];

const urlWithPassword = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,200}:([^\s/@]{1,400})@/gi;

/**
 * Every credential that stands in the documents in plain text, comments included. When in doubt
 * it is one. References (`${TOKEN}`, secretKeyRef), file names, paths and placeholders in angle
 * brackets are none. A document that cannot be read is searched line by line.
 */
export function secretsIn(trees: Readonly<Record<DocumentName, YamlTree>>): FoundSecret[] {
  return documentNames.flatMap((document) => {
    const tree = trees[document];
    const found: FoundSecret[] = inLines(tree).map((what) => ({ document, path: [], what }));
    if (tree.root !== undefined) {
      visit(dataOf(tree.root), [], (path, what) => found.push({ document, path, what }));
    }
    return found;
  });
}

/** Whether a text must be taken for a credential, by the key it stands under or by its form. */
export function looksLikeCredential(key: string, value: string): boolean {
  if (isHarmless(value)) return false;
  return isCredentialKey(key) || isCredentialName(key) || holdsCredential(value);
}

type Report = (path: Path, what: string) => void;

function visit(value: unknown, path: Path, report: Report): void {
  if (isList(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], report);
  } else if (isMapping(value)) {
    const name = textOf(valueAt(value, 'name'));
    const isVariable = name !== '' && typeof value.value === 'string';
    for (const [key, child] of Object.entries(value)) {
      const place = [...path, key];
      if (typeof child !== 'string') visit(child, place, report);
      else if (looksLikeCredential(isVariable && key === 'value' ? name : key, child)) {
        report(place, `the value of ${isVariable && key === 'value' ? name : key}`);
      }
    }
  } else if (typeof value === 'string' && holdsCredential(value)) {
    report(path, 'a text that holds a credential');
  }
}

function isCredentialKey(key: string): boolean {
  const last = key.split('/').at(-1) ?? key;
  return credentialKeys.has(last.replace(/[_-]/g, '').toLowerCase());
}

/** Whether an environment variable of this name holds a credential. */
function isCredentialName(name: string): boolean {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return false;
  if (name.startsWith('AIRFLOW_CONN_')) return true;
  // A section of Airflow's configuration, not a secret.
  const words = name.replace(/^AIRFLOW__SECRETS__/, '').split(/_+/);
  const last = words.at(-1) ?? '';
  if (harmlessEndings.has(last)) return false;
  return (last === 'KEY' && words.length > 1) || words.some((word) => credentialWords.has(word));
}

/** Whether a text holds a credential somewhere: JSON or YAML with a password, a URL with one, a known form. */
function holdsCredential(text: string): boolean {
  if (knownForms.some((form) => form.test(text))) return true;
  if ([...text.matchAll(urlWithPassword)].some(([, password]) => !isHarmless(password ?? ''))) {
    return true;
  }
  if (!/[:=]/.test(text)) return false;
  const { root } = /[{\n]|: /.test(text) ? parseTree(text) : { root: undefined };
  if (root === undefined || root.kind === 'scalar') return pairsIn(text).length > 0;
  let found = false;
  visit(dataOf(root), [], () => {
    found = true;
  });
  return found;
}

const pair = /(?<![\w.])([A-Za-z][\w.-]{0,80})["']?\s{0,9}[:=]\s{0,9}["']?([^\s"',}]{1,400})/g;

/** The pairs of a line of which the value is a credential. */
function pairsIn(line: string): string[] {
  return [...line.matchAll(pair)].flatMap(([, key = '', value = '']) =>
    (isCredentialKey(key) || isCredentialName(key)) && !isHarmless(value) ? [value] : [],
  );
}

/** Comments, or, if the text cannot be read as YAML, every line. */
function inLines({ text, root }: YamlTree): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const isComment = root !== undefined;
    const part = isComment ? (/(?:^|\s)#(.*)$/.exec(line)?.[1] ?? '') : line;
    const pairs = pairsIn(part).filter((value) => !(isComment && isProse(value)));
    const secret =
      pairs.length > 0 ||
      knownForms.some((form) => form.test(part)) ||
      [...part.matchAll(urlWithPassword)].some(([, password]) => !isHarmless(password ?? ''));
    return secret ? [`${isComment ? 'a comment' : 'the text'} on line ${index + 1}`] : [];
  });
}

/** In a comment, mere words are an explanation or an example such as `change-me`. */
function isProse(value: string): boolean {
  return /^[a-z]+([-_ ][a-z]+)*[.;:]?$/i.test(value);
}

/** Empty, a placeholder, a reference to a variable, a path, or a switch. */
function isHarmless(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /^<[^<>]*>$/.test(text) ||
    /^\$\{[^}]*\}$|^\$\([^)]*\)$|^\$[A-Z_]+$|^\{\{.*\}\}$/.test(text) ||
    /^\.{0,2}\/[\w./-]*$/.test(text) ||
    /^(true|false|null|~|\.\.\.|\*+|x+)$/i.test(text)
  );
}
