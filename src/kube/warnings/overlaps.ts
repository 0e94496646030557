import type { FieldPath, Place } from '../field-path.ts';
import { type Fields, optionalText, structAt, structsAt, textAt } from '../fields.ts';
import { quoted } from '../go-text.ts';
import type { Warning, Warnings } from './warning.ts';

/** A file in a volume, and which of several sources it comes from. */
interface File {
  readonly path: string;
  readonly source: string;
}

const SINGLE_SOURCES = [
  ['configMap', (source: Fields) => `ConfigMap ${quoted(textAt(source, 'name'))}`],
  ['secret', (source: Fields) => `Secret ${quoted(textAt(source, 'secretName'))}`],
  ['downwardAPI', () => 'DownwardAPI'],
] as const;

/** Files of a volume that are one another, or that lie where another should be a folder. */
export function overlappingPaths(spec: Fields, path: FieldPath): Warnings {
  return structsAt(spec, 'volumes').flatMap((volume, index) => {
    const place = [...path.place, 'volumes', index];
    return [
      ...SINGLE_SOURCES.flatMap(([name, describe]) => {
        const source = structAt(volume, name);
        if (source === undefined) return [];
        const overlaps = overlapsAmong([filesOf(source, '')]);
        return overlaps.map((words) => warning(volume, describe(source), words, [...place, name]));
      }),
      ...projectedOverlaps(volume, [...place, 'projected']),
    ];
  });
}

function warning(volume: Fields, what: string, words: string, path: Place): Warning {
  const name = quoted(textAt(volume, 'name'));
  return { text: `volume ${name} (${what}): overlapping paths: ${words}`, path };
}

function filesOf(source: Fields, name: string): readonly File[] {
  return structsAt(source, 'items').map((item) => ({ path: textAt(item, 'path'), source: name }));
}

function projectedOverlaps(volume: Fields, path: Place): Warnings {
  const projected = structAt(volume, 'projected');
  if (projected === undefined) return [];
  const sources = structsAt(projected, 'sources');
  const seen: File[] = [];
  return sources.flatMap((source, index): Warnings => {
    const place = [...path, 'sources', index];
    if (Object.keys(source).length === 0) {
      const name = quoted(textAt(volume, 'name'));
      return [{ text: `volume ${name} (Projected) has no sources provided`, path: place }];
    }
    return filesOfProjection(source)
      .flatMap((file) => withEarlier(file, seen))
      .map((words) => warning(volume, 'Projected', words, place));
  });
}

function filesOfProjection(source: Fields): readonly File[] {
  const lists = [
    ['configMap', 'ConfigMap'],
    ['secret', 'Secret'],
    ['downwardAPI', ''],
  ] as const;
  for (const [field, label] of lists) {
    const fields = structAt(source, field);
    if (fields !== undefined && Array.isArray(fields.items)) {
      const name = quoted(textAt(fields, 'name'));
      return filesOf(fields, label === '' ? 'DownwardAPI' : `${label} ${name}`);
    }
  }
  return generatedFiles(source);
}

const CERTIFICATE_FILES = [
  ['certificateChainPath', 'PodCertificate chain'],
  ['keyPath', 'PodCertificate key'],
  ['credentialBundlePath', 'PodCertificate credential bundle'],
] as const;

function generatedFiles(source: Fields): readonly File[] {
  const token = structAt(source, 'serviceAccountToken');
  if (token !== undefined) return [{ path: textAt(token, 'path'), source: 'ServiceAccountToken' }];
  const bundle = structAt(source, 'clusterTrustBundle');
  if (bundle !== undefined) {
    const name = optionalText(bundle, 'name') ?? textAt(bundle, 'signerName');
    return [{ path: textAt(bundle, 'path'), source: `ClusterTrustBundle ${quoted(name)}` }];
  }
  const certificate = structAt(source, 'podCertificate') ?? {};
  return CERTIFICATE_FILES.flatMap(([field, name]) => {
    const path = textAt(certificate, field);
    return path === '' ? [] : [{ path, source: name }];
  });
}

function overlapsAmong(lists: readonly (readonly File[])[]): readonly string[] {
  const seen: File[] = [];
  return lists.flatMap((files) => files.flatMap((file) => withEarlier(file, seen)));
}

/** In words, what earlier files a file overlaps; then it is one of them. */
function withEarlier(file: File, seen: File[]): readonly string[] {
  const trimmed = { ...file, path: withoutSlashes(file.path) };
  const found = seen.filter((other) => overlap(trimmed.path, other.path));
  seen.push(trimmed);
  return found.map((other) => `${fileText(trimmed)} with ${fileText(other)}`);
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function overlap(a: string, b: string): boolean {
  return a !== '' && b !== '' && (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`));
}

function fileText({ path, source }: File): string {
  return source === '' ? quoted(path) : `${quoted(path)} (${source})`;
}
