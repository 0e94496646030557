import { nodeAt, textAt } from '../yaml/locate.ts';
import { resolve } from '../yaml/mapping.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { Path } from '../yaml/path.ts';
import type { TextRange } from '../yaml/text-edit.ts';
import { isObject, sameValue } from '../yaml/value.ts';

/** A document that SOPS encrypted, in parts or as a whole: https://getsops.io/docs/ */
export interface Sops {
  /** The key under which SOPS keeps its own data. */
  readonly range: TextRange;
  /** Whether the MAC covers encrypted values alone, so that others may change. */
  readonly macOnlyEncrypted: boolean;
  /** Whether SOPS encrypts what stands at a path, by its rules and by the path's keys. */
  readonly isEncrypted: (path: Path) => boolean;
}

/** @returns undefined for a document that SOPS did not encrypt */
export function sopsIn(root: YamlNode): Sops | undefined {
  const mac = nodeAt(root, ['sops', 'mac']);
  if (root.kind !== 'mapping' || mac === undefined || resolve(mac).kind !== 'scalar')
    return undefined;
  const entry = root.entries.find(({ key }) => key.kind === 'scalar' && key.value === 'sops');
  if (entry === undefined) return undefined;
  const rule = (name: string) => textAt({ root }, ['sops', name]);
  return {
    range: entry.key.range,
    macOnlyEncrypted: rule('mac_only_encrypted') === 'true',
    isEncrypted: (path) => isEncrypted(path, rule),
  };
}

/** The key that decides is any on the way; without a rule only `_unencrypted` keeps a value plain. */
function isEncrypted(path: Path, rule: (name: string) => string | undefined): boolean {
  const keys = path.filter((step) => typeof step === 'string');
  const [encryptedSuffix, encryptedRegex] = [rule('encrypted_suffix'), rule('encrypted_regex')];
  if (encryptedSuffix !== undefined) return keys.some((key) => key.endsWith(encryptedSuffix));
  if (encryptedRegex !== undefined) return keys.some((key) => matches(encryptedRegex, key, true));
  const plainRegex = rule('unencrypted_regex');
  if (plainRegex !== undefined) return !keys.some((key) => matches(plainRegex, key, false));
  const plainSuffix = rule('unencrypted_suffix') ?? '_unencrypted';
  return !keys.some((key) => key.endsWith(plainSuffix));
}

/** What JavaScript cannot read of Go's expressions counts as `otherwise`. */
function matches(expression: string, key: string, otherwise: boolean): boolean {
  try {
    return new RegExp(expression, 'u').test(key);
  } catch {
    return otherwise;
  }
}

/** Whether data that SOPS keeps the MAC of may become other data without breaking that. */
export function mayChange(sops: Sops, before: unknown, after: unknown): boolean {
  return sops.macOnlyEncrypted && !changedPaths(before, after).some(sops.isEncrypted);
}

/** The innermost places at which two pieces of data differ. */
function changedPaths(before: unknown, after: unknown): readonly Path[] {
  if (sameValue(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [[]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changedPaths(before[key], after[key]).map((path) => [key, ...path]),
  );
}

/** Whether anything of a document that SOPS encrypted can be read, its own data apart. */
export function isPartlyPlain(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(isPartlyPlain);
  if (typeof data === 'string') return data !== '' && !data.startsWith('ENC[');
  if (!isObject(data)) return data !== null && data !== undefined;
  return Object.entries(data).some(([key, value]) => key !== 'sops' && isPartlyPlain(value));
}
