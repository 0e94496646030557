/*
 * What a name may be, of each kind that Kubernetes knows. Every function gives what is wrong with
 * a name, in upstream's words (k8s.io/apimachinery/pkg/util/validation); nothing for a valid one.
 * Lengths count bytes.
 */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const SEARCH_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SEARCH_DOMAIN = `${SEARCH_LABEL}(\\.${SEARCH_LABEL})*`;
const LABEL_KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${LABEL_KEY})?`;
const CONFIG_MAP_KEY = '[-._a-zA-Z0-9]+';
const HTTP_HEADER = '[-A-Za-z0-9]+';
const PERCENT = '[0-9]+%';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

const LABEL_PATTERN = whole(LABEL);
const SUBDOMAIN_PATTERN = whole(SUBDOMAIN);
const SEARCH_DOMAIN_PATTERN = whole(SEARCH_DOMAIN);
const LABEL_KEY_PATTERN = whole(LABEL_KEY);
const LABEL_VALUE_PATTERN = whole(LABEL_VALUE);
const CONFIG_MAP_KEY_PATTERN = whole(CONFIG_MAP_KEY);
const HTTP_HEADER_PATTERN = whole(HTTP_HEADER);
const PERCENT_PATTERN = whole(PERCENT);

const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;
const MAX_PORT_NAME = 15;

const LABEL_KEY_WORDS =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

type Complaints = readonly string[];

/** A text's length as Go counts it. */
export function byteLength(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else length += code < 0x10000 ? 3 : 4;
  }
  return length;
}

function tooLong(text: string, limit: number, unit = 'characters'): Complaints {
  return byteLength(text) > limit ? [`must be no more than ${limit} ${unit}`] : [];
}

function mismatch(words: string, pattern: string, ...examples: readonly string[]): string {
  const regex = `regex used for validation is '${pattern}'`;
  if (examples.length === 0) return `${words} (${regex})`;
  const list = examples.map((example) => `'${example}', `).join(' or ');
  return `${words} (e.g. ${list}${regex})`;
}

/** The name of most objects: lower case letters, digits, dashes and dots. */
export function subdomainComplaints(name: string): Complaints {
  return [
    ...tooLong(name, MAX_SUBDOMAIN),
    ...(SUBDOMAIN_PATTERN.test(name)
      ? []
      : [
          mismatch(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
            SUBDOMAIN,
            'example.com',
          ),
        ]),
  ];
}

/** A subdomain that a name may be made of: a dash at the end is followed by what the server makes up. */
export function generatedNameComplaints(name: string): Complaints {
  const masked = name.length > 1 && name.endsWith('-');
  return subdomainComplaints(masked ? `${name.slice(0, -2)}a` : name);
}

/** The name of a container, a volume, a namespace: as a subdomain, without dots. */
export function labelComplaints(name: string): Complaints {
  const long = tooLong(name, MAX_LABEL);
  if (LABEL_PATTERN.test(name)) return long;
  if (SUBDOMAIN_PATTERN.test(name)) return [...long, 'must not contain dots'];
  return [
    ...long,
    mismatch(
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
      LABEL,
      'my-name',
      '123-abc',
    ),
  ];
}

/** A domain to search names in: as a subdomain, with underscores. */
export function searchDomainComplaints(name: string): Complaints {
  return [
    ...tooLong(name, MAX_SUBDOMAIN),
    ...(SEARCH_DOMAIN_PATTERN.test(name)
      ? []
      : [
          mismatch(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
            SEARCH_DOMAIN,
            'example.com',
          ),
        ]),
  ];
}

/** The key of a label or an annotation, the name of a resource. */
export function qualifiedNameComplaints(key: string): Complaints {
  const parts = key.split('/');
  const shape = mismatch(LABEL_KEY_WORDS, LABEL_KEY, 'MyName', 'my.name', '123-abc');
  if (parts.length > 2) {
    return [
      `a valid label key ${shape} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1) ?? '';
  const long = tooLong(name, MAX_LABEL, 'bytes').map((words) => `name part ${words}`);
  return [
    ...(parts.length === 2 ? prefixComplaints(parts[0] ?? '') : []),
    ...(name === '' ? ['name part must be non-empty'] : long),
    ...(LABEL_KEY_PATTERN.test(name) ? [] : [`name part ${shape}`]),
  ];
}

function prefixComplaints(prefix: string): Complaints {
  if (prefix === '') return ['prefix part must be non-empty'];
  return subdomainComplaints(prefix).map(
    (words) =>
      `prefix part ${words.replace(`${MAX_SUBDOMAIN} characters`, `${MAX_SUBDOMAIN} bytes`)}`,
  );
}

export function labelValueComplaints(value: string): Complaints {
  return [
    ...tooLong(value, MAX_LABEL, 'bytes'),
    ...(LABEL_VALUE_PATTERN.test(value)
      ? []
      : [
          mismatch(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            LABEL_VALUE,
            'MyValue',
            'my_value',
            '12345',
          ),
        ]),
  ];
}

export function portNameComplaints(name: string): Complaints {
  const complaints = [...tooLong(name, MAX_PORT_NAME)];
  if (!/^[-a-z0-9]+$/.test(name)) {
    complaints.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(name)) complaints.push('must contain at least one letter (a-z)');
  if (name.includes('--')) complaints.push('must not contain consecutive hyphens');
  if (name.startsWith('-') || name.endsWith('-')) {
    complaints.push('must not begin or end with a hyphen');
  }
  return complaints;
}

/** The name of an environment variable: any printable ASCII characters but the equals sign. */
export function envNameComplaints(name: string): Complaints {
  if (name === '') return ['environment variable name must be non-empty'];
  return /^[\x20-\x3c\x3e-\x7e]+$/.test(name)
    ? []
    : [
        "a valid environment variable name must consist only of printable ASCII characters other than '='",
      ];
}

/** A key of a ConfigMap or a Secret. */
export function configMapKeyComplaints(key: string): Complaints {
  return [
    ...tooLong(key, MAX_SUBDOMAIN),
    ...(CONFIG_MAP_KEY_PATTERN.test(key)
      ? []
      : [
          mismatch(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            CONFIG_MAP_KEY,
            'key.name',
            'KEY_NAME',
            'key-name',
          ),
        ]),
    ...parentFolderComplaints(key),
  ];
}

function parentFolderComplaints(key: string): Complaints {
  if (key === '.' || key === '..') return [`must not be '${key}'`];
  return key.startsWith('..') ? ["must not start with '..'"] : [];
}

export function httpHeaderComplaints(name: string): Complaints {
  if (HTTP_HEADER_PATTERN.test(name)) return [];
  const words = "a valid HTTP header must consist of alphanumeric characters or '-'";
  return [mismatch(words, HTTP_HEADER, 'X-Header-Name')];
}

export function percentComplaints(text: string): Complaints {
  if (PERCENT_PATTERN.test(text)) return [];
  const words = "a valid percent string must be a numeric string followed by an ending '%'";
  return [mismatch(words, PERCENT, '1%', '93%')];
}
