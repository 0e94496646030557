import { isList, isMapping, textOf, valueAt } from '../../documents/plain.ts';
import { dnsLabelSetting } from '../../settings/settings.ts';

/** What is wrong with a text for its key, as a sentence that says what to write; nothing if it is fine. */
export type ValueCheck = (text: string) => string | undefined;

/** Prefixes of tokens, long mixes of letters and digits, and JSON: none is a Secret's name. */
const tokenForms: readonly RegExp[] = [
  /^eyJ/,
  /^[A-Fa-f0-9]{32,}$/,
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=.-]{24,}$/,
  /^\s*\{/,
  /"auths"/,
];

/** Whether a text looks like a token or a registry login, not like the name of a Secret. */
export function looksLikeToken(text: string): boolean {
  return tokenForms.some((form) => form.test(text));
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The name of a Secret: an RFC 1123 subdomain. */
export const secretName: ValueCheck = (text) => {
  if (looksLikeToken(text)) {
    return 'This looks like the credential itself: put it into a Secret, and write the Secret’s name here.';
  }
  if (text.length > 253) return 'Use 253 characters or fewer.';
  return subdomain.test(text)
    ? undefined
    : 'Use lower case letters, digits, hyphens and dots; start and end with a letter or digit.';
};

export const namePrefix: ValueCheck = (text) =>
  dnsLabelSetting.safeParse(text).error?.issues[0]?.message;

export const httpsAddress: ValueCheck = (text) =>
  /^https:\/\/[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\d{1,5})?(\/[^\s]*)?$/.test(text)
    ? undefined
    : 'Write an address such as https://CLUSTER.external.astronomer.run/DEPLOYMENT.';

const host = '[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\\d{1,5})?';
const image = new RegExp(
  `^(${host}/)?[a-z0-9]([a-z0-9._/-]*[a-z0-9])?(:\\w[\\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$`,
);

export const imageReference: ValueCheck = (text) =>
  image.test(text)
    ? undefined
    : 'Write a repository and a tag, such as registry.example.com/agent:1.0.';

export const classPath: ValueCheck = (text) =>
  /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(text)
    ? undefined
    : 'Write the full path of a Python class, such as package.module.ClassName.';

/** An ID or name of Astro's, as an environment variable carries it. */
export const plainText: ValueCheck = (text) =>
  /^\S+$/.test(text) ? undefined : 'Leave out blanks and line breaks.';

export const absolutePath: ValueCheck = (text) =>
  text.startsWith('/') ? undefined : 'Write the path in the container; it starts with a slash.';

/** Any text will do: nobody can tell a good one. */
export const anyText: ValueCheck = () => undefined;

export const dockerConfig: ValueCheck = (text) =>
  isMapping(valueAt(parsed(text), 'auths'))
    ? undefined
    : 'Write the docker config as JSON in one text: {"auths": {"REGISTRY": {...}}}.';

const bundleForm =
  'Write a JSON list in one text: [{"name": "dags", "classpath": "package.module.ClassName", "kwargs": {}}].';

/** What Airflow takes for its DAG bundles: a JSON list of {name, classpath, kwargs}. */
export const bundleList: ValueCheck = (text) => {
  const list = parsed(text);
  if (list === undefined) return `This is no JSON. ${bundleForm}`;
  if (!isList(list) || list.length === 0) return bundleForm;
  const names = list.map((bundle) => textOf(valueAt(bundle, 'name')));
  for (const [index, bundle] of list.entries()) {
    const fault = faultOfBundle(bundle);
    if (fault !== undefined) return `Bundle ${index + 1} ${fault}. ${bundleForm}`;
    if (names.indexOf(names[index] ?? '') < index)
      return `Two bundles are called "${names[index]}".`;
  }
  return undefined;
};

function faultOfBundle(bundle: unknown): string | undefined {
  if (!isMapping(bundle)) return 'is no mapping';
  if (textOf(bundle.name) === '') return 'has no name';
  if (classPath(textOf(bundle.classpath)) !== undefined) return 'has no classpath';
  return bundle.kwargs === undefined || isMapping(bundle.kwargs)
    ? undefined
    : 'has kwargs that are no mapping';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Undefined is no JSON value, so it can only mean this.
    return undefined;
  }
}
