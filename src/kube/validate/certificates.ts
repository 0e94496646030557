import { type Fault, type Faults, invalid, required, tooLong, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  optionalNumber,
  optionalText,
  structAt,
  textAt,
  textEntries,
} from '../fields.ts';
import { quoted } from '../go-text.ts';
import {
  byteLength,
  labelComplaints,
  qualifiedNameComplaints,
  subdomainComplaints,
} from '../names.ts';
import { fileUser } from './file-user.ts';
import { labelSelector, selectorText } from './labels.ts';
import { localNonReservedPath } from './paths.ts';
import type { TakenPaths } from './taken-paths.ts';

const LONGEST_DOMAIN = 253;
/** A label, a subdomain and the dot between them. */
const LONGEST_SIGNER_PATH = 63 + 253 + 1;
const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const SHORTEST_LIFE = 3600;
const LONGEST_LIFE = 91 * 24 * 60 * 60;
const LONGEST_LIFE_BY_KUBERNETES = 24 * 60 * 60;

function signerName(name: string, path: FieldPath): Faults {
  if (name === '') return [required(path)];
  const parts = name.split('/');
  const [domain = '', signer = ''] = parts;
  if (parts.length !== 2) {
    const words = "must be a fully qualified domain and path of the form 'example.com/signer-name'";
    return [invalid(path, quoted(name), words)];
  }
  const labels = domain.split('.');
  return [
    ...(byteLength(domain) > LONGEST_DOMAIN ? [tooLong(path, LONGEST_DOMAIN)] : []),
    ...firstBad(domain, labels, labelComplaints, path),
    ...(labels.length < 2
      ? [
          invalid(
            path,
            quoted(domain),
            'should be a domain with at least two segments separated by dots',
          ),
        ]
      : []),
    ...firstBad(signer, signer.split('.'), subdomainComplaints, path),
    ...(byteLength(signer) > LONGEST_SIGNER_PATH ? [tooLong(path, LONGEST_SIGNER_PATH)] : []),
  ];
}

function firstBad(
  whole: string,
  parts: readonly string[],
  complaintsOf: (part: string) => readonly string[],
  path: FieldPath,
): readonly Fault[] {
  const bad = parts.find((part) => complaintsOf(part).length > 0);
  return bad === undefined
    ? []
    : complaintsOf(bad).map((complaint) =>
        invalid(path, quoted(whole), `validating label ${quoted(bad)}: ${complaint}`),
      );
}

export function clusterTrustBundle(
  source: Fields,
  taken: TakenPaths,
  volume: FieldPath,
  path: FieldPath,
): Faults {
  const file = textAt(source, 'path');
  return [
    ...bundle(source, path),
    ...(file === '' ? [required(path.child('path'))] : []),
    ...fileUser(source, 'user', path),
    ...localNonReservedPath(file, path.child('path')),
    ...taken.claim(file, file, volume),
  ];
}

function bundle(source: Fields, path: FieldPath): Faults {
  const name = optionalText(source, 'name');
  const signer = optionalText(source, 'signerName');
  const selector = structAt(source, 'labelSelector');
  const place = path.child('labelSelector');
  if (name !== undefined && signer !== undefined) {
    return [invalid(path, bundleText(source), 'only one of name and signerName may be used')];
  }
  if (signer !== undefined) {
    const at = path.child('signerName');
    return [
      ...(signer === '' ? [required(at, 'must be a valid signer name')] : []),
      ...signerName(signer, at),
      ...labelSelector(selector, place),
    ];
  }
  if (name === undefined) return [required(path, 'either name or signerName must be specified')];
  return [
    ...(name === '' ? [required(path.child('name'), 'must be a valid object name')] : []),
    ...bundleName(name).map((complaint) =>
      invalid(path.child('name'), quoted(name), `not a valid clustertrustbundlename: ${complaint}`),
    ),
    ...(selector === undefined
      ? []
      : [
          invalid(
            place,
            selectorText(selector),
            'labelSelector must be unset if name is specified',
          ),
        ]),
  ];
}

/** A bundle's name begins with that of its signer, with colons in place of slashes. */
function bundleName(name: string): readonly string[] {
  const colon = name.lastIndexOf(':');
  const signer = name.slice(0, Math.max(colon, 0)).replaceAll(':', '/');
  if (signer === '') {
    return colon < 0
      ? subdomainComplaints(name)
      : ['ClusterTrustBundle without signer name must not have ":" in its name'];
  }
  return subdomainComplaints(name.slice(colon + 1));
}

function bundleText(source: Fields): string {
  const selector = structAt(source, 'labelSelector');
  const parts = {
    Name: JSON.stringify(source.name ?? null),
    SignerName: JSON.stringify(source.signerName ?? null),
    LabelSelector: selector === undefined ? 'null' : selectorText(selector),
    Optional: JSON.stringify(source.optional ?? null),
    Path: JSON.stringify(textAt(source, 'path')),
    User: JSON.stringify(source.user ?? null),
  };
  return `{${Object.entries(parts)
    .map(([name, text]) => `"${name}":${text}`)
    .join(',')}}`;
}

export function podCertificate(
  source: Fields,
  taken: TakenPaths,
  volume: FieldPath,
  path: FieldPath,
): Faults {
  const signer = textAt(source, 'signerName');
  const type = textAt(source, 'keyType');
  const files = ['credentialBundlePath', 'keyPath', 'certificateChainPath'].filter(
    (name) => textAt(source, name) !== '',
  );
  return [
    ...signerName(signer, path.child('signerName')),
    ...userAnnotations(source, path.child('userAnnotations')),
    ...fileUser(source, 'user', path),
    ...(KEY_TYPES.includes(type)
      ? []
      : [unsupported(path.child('keyType'), quoted(type), KEY_TYPES)]),
    ...lifetime(source, signer, path.child('maxExpirationSeconds')),
    ...files.flatMap((name) => {
      const file = textAt(source, name);
      return [...localNonReservedPath(file, path.child(name)), ...taken.claim(file, file, volume)];
    }),
    ...(files.length === 0
      ? [
          required(
            path,
            'specify at least one of credentialBundlePath, keyPath, and certificateChainPath',
          ),
        ]
      : []),
  ];
}

function userAnnotations(source: Fields, path: FieldPath): Faults {
  return textEntries(source, 'userAnnotations').flatMap(([written]): readonly Fault[] => {
    const key = written.toLowerCase();
    const at = path.within(written);
    if (key === '') return [required(at)];
    const complaints = qualifiedNameComplaints(key);
    if (complaints.length > 0) return complaints.map((words) => invalid(at, quoted(key), words));
    return key.includes('/')
      ? []
      : [invalid(at, quoted(key), 'must be a domain-prefixed key (such as "acme.io/foo")')];
  });
}

function lifetime(source: Fields, signer: string, path: FieldPath): readonly Fault[] {
  const seconds = optionalNumber(source, 'maxExpirationSeconds');
  if (seconds === undefined) return [];
  const [host = ''] = signer.split('/');
  const byKubernetes = host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
  const longest = byKubernetes ? LONGEST_LIFE_BY_KUBERNETES : LONGEST_LIFE;
  const bound = (words: string) =>
    invalid(path, String(seconds), `if provided, maxExpirationSeconds must be ${words}`);
  return [
    ...(seconds < SHORTEST_LIFE ? [bound(`>= ${SHORTEST_LIFE}`)] : []),
    ...(seconds > longest ? [bound(`<= ${longest}`)] : []),
  ];
}
