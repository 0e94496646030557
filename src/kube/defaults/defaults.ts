import { type Fields, fieldsAt, isFields, structAt, structsAt, textAt } from '../fields.ts';
import { isQuantity, roundUp } from '../quantity.ts';
import { withoutStopSignal, withoutUsers } from './disabled.ts';

/*
 * What the server fills in before it validates, as far as validation looks at it
 * (pkg/apis/core/v1/defaults.go and pkg/apis/apps/v1/defaults.go). Objects are never changed.
 */

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;
const RESOURCE_PRECISION = -3;

/** @param pod a decoded pod */
export function defaultPod(pod: Fields): Fields {
  return { ...pod, spec: defaultSpec(fieldsAt(pod, 'spec'), true) };
}

/** @param deployment a decoded Deployment */
export function defaultDeployment(deployment: Fields): Fields {
  const spec = fieldsAt(deployment, 'spec');
  return {
    ...deployment,
    spec: {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
      strategy: defaultStrategy(fieldsAt(spec, 'strategy')),
      template: defaultTemplate(fieldsAt(spec, 'template')),
    },
  };
}

function defaultStrategy(strategy: Fields): Fields {
  const type = textAt(strategy, 'type') || 'RollingUpdate';
  if (type !== 'RollingUpdate') return strategy;
  const rollingUpdate = {
    maxUnavailable: '25%',
    maxSurge: '25%',
    ...fieldsAt(strategy, 'rollingUpdate'),
  };
  return { ...strategy, type, rollingUpdate };
}

/** @param template a decoded pod template */
export function defaultTemplate(template: Fields): Fields {
  return { ...template, spec: defaultSpec(fieldsAt(template, 'spec'), false) };
}

function defaultSpec(spec: Fields, isPod: boolean): Fields {
  const period = spec.terminationGracePeriodSeconds ?? 30;
  return {
    ...spec,
    ...Object.fromEntries(
      CONTAINER_LISTS.filter((list) => Array.isArray(spec[list])).map((list) => [
        list,
        structsAt(spec, list).map((container) => defaultContainer(container, list, spec, isPod)),
      ]),
    ),
    ...(Array.isArray(spec.volumes)
      ? { volumes: structsAt(spec, 'volumes').map(defaultVolume) }
      : {}),
    serviceAccountName: textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount'),
    dnsPolicy: textAt(spec, 'dnsPolicy') || 'ClusterFirst',
    restartPolicy: textAt(spec, 'restartPolicy') || 'Always',
    securityContext: fieldsAt(spec, 'securityContext'),
    terminationGracePeriodSeconds: isPod && Number(period) < 0 ? 1 : period,
    ...rounded(spec, 'overhead'),
    ...(isFields(spec.resources) ? { resources: roundedResources(spec.resources) } : {}),
  };
}

function defaultContainer(container: Fields, list: string, spec: Fields, isPod: boolean): Fields {
  const ports = structsAt(container, 'ports').map((port) => ({
    ...port,
    protocol: textAt(port, 'protocol') || 'TCP',
    ...(isPod && spec.hostNetwork === true && !port.hostPort && list !== 'ephemeralContainers'
      ? { hostPort: port.containerPort }
      : {}),
  }));
  const requests = isPod && list !== 'ephemeralContainers';
  return withoutStopSignal({
    ...container,
    imagePullPolicy: textAt(container, 'imagePullPolicy') || 'IfNotPresent',
    terminationMessagePolicy: textAt(container, 'terminationMessagePolicy') || 'File',
    ...(Array.isArray(container.ports) ? { ports } : {}),
    ...(Array.isArray(container.env) ? { env: structsAt(container, 'env').map(defaultEnv) } : {}),
    ...(isFields(container.resources)
      ? {
          resources: roundedResources(
            requests ? withRequests(container.resources) : container.resources,
          ),
        }
      : {}),
    ...defaultProbes(container),
    ...defaultLifecycle(container),
  });
}

/** What is limited and not asked for is asked for up to its limit. */
function withRequests(resources: Fields): Fields {
  if (!isFields(resources.limits)) return resources;
  return { ...resources, requests: { ...resources.limits, ...ownFirst(resources) } };
}

function ownFirst(resources: Fields): Fields {
  return fieldsAt(resources, 'requests');
}

function roundedResources(resources: Fields): Fields {
  return { ...resources, ...rounded(resources, 'limits'), ...rounded(resources, 'requests') };
}

/** Resources are counted in thousandths. */
function rounded(owner: Fields, name: string): Fields {
  const list = structAt(owner, name);
  if (list === undefined) return {};
  const entries = Object.entries(list).map(([resource, amount]) => [
    resource,
    isQuantity(amount) ? roundUp(amount, RESOURCE_PRECISION) : amount,
  ]);
  return { [name]: Object.fromEntries(entries) };
}

function defaultEnv(variable: Fields): Fields {
  const source = structAt(variable, 'valueFrom');
  if (source === undefined) return variable;
  return { ...variable, valueFrom: defaultFieldRef(source) };
}

function defaultFieldRef(source: Fields): Fields {
  const reference = structAt(source, 'fieldRef');
  if (reference === undefined) return source;
  const apiVersion = textAt(reference, 'apiVersion') || 'v1';
  return { ...source, fieldRef: { ...reference, apiVersion } };
}

const PROBE_DEFAULTS = {
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
} as const;

function defaultProbes(container: Fields): Fields {
  return Object.fromEntries(
    ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) => {
      const probe = structAt(container, name);
      return probe === undefined ? [] : [[name, defaultProbe(probe)]];
    }),
  );
}

function defaultProbe(probe: Fields): Fields {
  const numbers = Object.entries(PROBE_DEFAULTS).map(([name, number]) => [
    name,
    probe[name] || number,
  ]);
  return { ...probe, ...Object.fromEntries(numbers), ...defaultHttpGet(probe) };
}

function defaultLifecycle(container: Fields): Fields {
  const lifecycle = structAt(container, 'lifecycle');
  if (lifecycle === undefined) return {};
  const hooks = ['postStart', 'preStop'].flatMap((name) => {
    const hook = structAt(lifecycle, name);
    return hook === undefined ? [] : [[name, { ...hook, ...defaultHttpGet(hook) }]];
  });
  return { lifecycle: { ...lifecycle, ...Object.fromEntries(hooks) } };
}

function defaultHttpGet(handler: Fields): Fields {
  const request = structAt(handler, 'httpGet');
  if (request === undefined) return {};
  return { httpGet: { ...request, scheme: textAt(request, 'scheme') || 'HTTP' } };
}

function defaultVolume(volume: Fields): Fields {
  if (!Object.keys(volume).some((name) => name !== 'name')) return { ...volume, emptyDir: {} };
  const usable = withoutUsers(volume);
  return { ...usable, ...sourceDefaults(usable) };
}

function sourceDefaults(volume: Fields): Fields {
  const image = structAt(volume, 'image');
  const disk = structAt(volume, 'azureDisk');
  const downward = structAt(volume, 'downwardAPI');
  const projected = structAt(volume, 'projected');
  const template = structAt(fieldsAt(volume, 'ephemeral'), 'volumeClaimTemplate');
  return {
    ...(image
      ? { image: { ...image, pullPolicy: textAt(image, 'pullPolicy') || 'IfNotPresent' } }
      : {}),
    ...(disk ? { azureDisk: { kind: 'Shared', cachingMode: 'ReadWrite', ...disk } } : {}),
    ...(downward ? { downwardAPI: defaultItems(downward) } : {}),
    ...(projected ? { projected: defaultProjected(projected) } : {}),
    ...(template ? { ephemeral: { volumeClaimTemplate: defaultClaim(template) } } : {}),
  };
}

function defaultItems(source: Fields): Fields {
  if (!Array.isArray(source.items)) return source;
  return { ...source, items: structsAt(source, 'items').map(defaultFieldRef) };
}

function defaultProjected(projected: Fields): Fields {
  if (!Array.isArray(projected.sources)) return projected;
  const sources = structsAt(projected, 'sources').map((source) => {
    const downward = structAt(source, 'downwardAPI');
    return downward ? { ...source, downwardAPI: defaultItems(downward) } : source;
  });
  return { ...projected, sources };
}

function defaultClaim(template: Fields): Fields {
  const spec = fieldsAt(template, 'spec');
  return {
    ...template,
    spec: { ...spec, resources: roundedResources(fieldsAt(spec, 'resources')) },
  };
}
