import type { Path } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { type Mapping, mappingOf, valueAt } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/** What another program puts into pods that have a mark. */
interface Injector {
  readonly name: string;
  /** The containers that it adds, in words. */
  readonly adds: string;
  /** Whether they need more than the baseline standard allows, unless a plugin does their work. */
  readonly needsNetAdmin: boolean;
  /** The way that does without, as a sentence. */
  readonly instead: string;
  /** Labels or annotations of pods and namespaces that ask for it; a text is the whole value. */
  readonly marks: readonly (readonly [key: RegExp, value: RegExp])[];
  /** A mark of the pods by which they stay out, whatever their namespace says. */
  readonly out: readonly [key: string, value: string];
}

const on = /^(true|enabled|yes|1|ingress)$/i;

const injectors: readonly Injector[] = [
  {
    name: 'Istio',
    adds: 'istio-init and istio-proxy',
    needsNetAdmin: true,
    instead: 'Use Istio’s CNI plugin or its ambient mode, which need no privileges in the pod.',
    marks: [
      [/^sidecar\.istio\.io\/inject$/, on],
      [/^istio-injection$/, on],
      [/^istio\.io\/rev$/, /./],
    ],
    out: ['sidecar.istio.io/inject', 'false'],
  },
  {
    name: 'Linkerd',
    adds: 'linkerd-init and linkerd-proxy',
    needsNetAdmin: true,
    instead: 'Use Linkerd’s CNI plugin, which needs no privileges in the pod.',
    marks: [[/^linkerd\.io\/inject$/, on]],
    out: ['linkerd.io/inject', 'disabled'],
  },
  {
    name: 'Vault Agent',
    adds: 'vault-agent-init and vault-agent',
    needsNetAdmin: false,
    instead:
      'Let the injector set its containers’ security context, or use the Secrets Store CSI driver.',
    marks: [[/^vault\.hashicorp\.com\/agent-inject$/, on]],
    out: ['vault.hashicorp.com/agent-inject', 'false'],
  },
  {
    name: 'Datadog',
    adds: 'init containers with its libraries',
    needsNetAdmin: false,
    instead:
      'Bring the library in the image, and send over the network instead of a socket of the node.',
    marks: [
      [/^admission\.datadoghq\.com\/enabled$/, on],
      [/^admission\.datadoghq\.com\/[\w-]+-lib\.version$/, /./],
    ],
    out: ['admission.datadoghq.com/enabled', 'false'],
  },
  {
    name: 'OpenTelemetry',
    adds: 'an init container or a collector',
    needsNetAdmin: false,
    instead:
      'Bring the library in the image, or set the collector’s security context in its resource.',
    marks: [[/^(instrumentation|sidecar)\.opentelemetry\.io\/inject(-[\w-]+)?$/, /^(?!false$)./]],
    out: ['sidecar.opentelemetry.io/inject', 'false'],
  },
];

/**
 * Pods into which another program puts containers when they are made: Pod Security judges them
 * with these, and nobody sees them in the values.
 * Source: the injectors' own documentation.
 */
const check: Check = (model) =>
  injectors.flatMap((injector) => {
    if (isOut(model, injector)) return [];
    const marks = marksOf(model, injector);
    return marks.flatMap(({ document, path }) => foundAt(model, injector, document, path));
  });

export const injectedSidecar: Rule = {
  id: 'injected-sidecar',
  summary: 'Another program puts containers into the pods, which are judged with them.',
  remedy: 'Take the injection out, or use the way that needs no privileges in the pod.',
  help: pages.labels,
  effects: ['fails', 'advice'],
  check,
};

interface Mark {
  readonly document: DocumentName;
  readonly path: Path;
}

function marksOf({ values, namespace }: Model, { marks }: Injector): readonly Mark[] {
  const isMark = (key: string, value: unknown) =>
    marks.some(([wanted, text]) => wanted.test(key) && text.test(String(value)));
  const inMap = (document: DocumentName, map: Mapping, path: Path): readonly Mark[] =>
    Object.keys(map)
      .filter((key) => isMark(key, map[key]))
      .map((key) => ({ document, path: [...path, key] }));
  const annotations = mappingOf(valueAt(valueAt(namespace.manifest, 'metadata'), 'annotations'));
  return [
    ...inMap('values', mappingOf(valueAt(values, 'labels')), ['labels']),
    ...inMap('values', mappingOf(valueAt(values, 'annotations')), ['annotations']),
    ...inMap('namespace', namespace.labels, ['metadata', 'labels']),
    ...inMap('namespace', annotations, ['metadata', 'annotations']),
  ];
}

function isOut({ values }: Model, { out: [key, value] }: Injector): boolean {
  return ['labels', 'annotations'].some(
    (map) => String(valueAt(valueAt(values, map), key)) === value,
  );
}

function foundAt(
  { pods, namespace }: Model,
  { name, adds, needsNetAdmin, instead }: Injector,
  document: DocumentName,
  path: Path,
): readonly Finding[] {
  const isRefused = needsNetAdmin && namespace.policy.enforce.level !== 'privileged';
  return pods.map(({ pod }) =>
    finding({
      rule: 'injected-sidecar',
      effect: isRefused ? 'fails' : 'advice',
      message: isRefused
        ? `${name} adds ${adds} to these pods, and its init container needs NET_ADMIN`
        : `${name} adds ${adds} to these pods: Pod Security judges them, too`,
      why: instead,
      document,
      path,
      pod: pod.id,
    }),
  );
}
