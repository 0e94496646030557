import { describe, expect, it } from 'vitest';
import { assess, countPods, fixable, standingOf } from '../../../src/agent/assess/assess.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { assessed } from '../rules/base.ts';
import { sample, summary, verdicts } from './samples.ts';

const cases = [
  {
    name: 'astro-ui-2x.yaml',
    verdicts: [
      'worker/default-worker: rejected',
      'dag-processor: rejected',
      'triggerer: rejected',
      'sentinel: rejected',
    ],
    problems: [
      'rejected allowPrivilegeEscalation :200 security.container.allowPrivilegeEscalation {worker/default-worker dag-processor triggerer} => Add allowPrivilegeEscalation: false',
      'rejected capabilities_restricted :200 security.container.capabilities {worker/default-worker dag-processor triggerer} => Drop ALL capabilities',
      'rejected seccompProfile_restricted :185 security.pod.seccompProfile {worker/default-worker dag-processor triggerer} => Add seccompProfile: RuntimeDefault',
      'rejected allowPrivilegeEscalation :970 security.sentinel.container.allowPrivilegeEscalation {sentinel} => Write Sentinel’s containerSecurityContext',
      'rejected runAsNonRoot :892 security.sentinel.pod.runAsNonRoot {sentinel} => Write Sentinel’s podSecurityContext',
      'fails create-namespace :13 namespace.createNamespace => Set createNamespace: false',
      'advice read-only-root :200 security.container.readOnlyRootFilesystem {worker/default-worker dag-processor triggerer sentinel} => Make the root filesystem read-only',
    ],
  },
  {
    name: 'astro-ui-1x.yaml',
    verdicts: ['worker/default-worker: rejected', 'dag-processor: rejected', 'triggerer: rejected'],
    problems: [
      'rejected env-not-string :86 start.file {worker/default-worker dag-processor triggerer} => Quote the value of AIRFLOW__LOGGING__REMOTE_LOGGING',
      'rejected allowPrivilegeEscalation :176 security.container.allowPrivilegeEscalation {worker/default-worker dag-processor triggerer} => Add allowPrivilegeEscalation: false',
      'rejected capabilities_restricted :176 security.container.capabilities {worker/default-worker dag-processor triggerer} => Drop ALL capabilities',
      'rejected seccompProfile_restricted :161 security.pod.seccompProfile {worker/default-worker dag-processor triggerer} => Add seccompProfile: RuntimeDefault',
      'advice old-shape :296 start.file => -',
      'advice missing-value :28 start.file => -',
      'advice missing-value :46 start.file => -',
      'advice placeholder :83 start.file => -',
      'advice placeholder :88 start.file => -',
      'advice placeholder :100 start.file => -',
      'advice read-only-root :176 security.container.readOnlyRootFilesystem {worker/default-worker dag-processor triggerer} => Make the root filesystem read-only',
    ],
  },
  {
    name: 'team-edited.yaml',
    verdicts: [
      'worker/default: rejected',
      'worker/heavy: rejected',
      'dag-processor: rejected',
      'triggerer: rejected',
      'sentinel: rejected',
    ],
    problems: [
      'rejected allowPrivilegeEscalation :50 security.container.allowPrivilegeEscalation {worker/default worker/heavy dag-processor triggerer} => Add allowPrivilegeEscalation: false',
      'rejected capabilities_restricted :50 security.container.capabilities {worker/default worker/heavy dag-processor triggerer} => Drop ALL capabilities',
      'rejected seccompProfile_restricted :46 security.pod.seccompProfile {worker/default worker/heavy dag-processor triggerer} => Add seccompProfile: RuntimeDefault',
      'rejected allowPrivilegeEscalation :243 security.sentinel.container.allowPrivilegeEscalation {sentinel} => Write Sentinel’s containerSecurityContext',
      'rejected runAsNonRoot :243 security.sentinel.pod.runAsNonRoot {sentinel} => Write Sentinel’s podSecurityContext',
      'rejected allowPrivilegeEscalation :140 components.workers.0.extraContainers.0 {worker/default} => Harden container dogstatsd',
      'rejected capabilities_restricted :130 components.workers.0.initContainers.0 {worker/default} => Harden container vault-agent',
      'rejected restrictedVolumes :172 components.workers.0.volumes {worker/default} => -',
      'rejected allowPrivilegeEscalation :60 sidecar.container.allowPrivilegeEscalation {worker/default worker/heavy triggerer} => Write the sidecar’s securityContext',
      'fails sidecar-log-mount :73 sidecar.logsPath {worker/default triggerer} => Let the sidecar and the agents share volume task-logs',
      'advice read-only-root :50 security.container.readOnlyRootFilesystem {worker/default worker/heavy dag-processor triggerer sentinel} => Make the root filesystem read-only',
      'advice extra-container-uid :140 components.workers.0.extraContainers.0 {worker/default} => -',
      'advice size-limits :163 components.workers.0.volumes {worker/default} => Set sizeLimit: 512Mi on worker/default’s volumes',
      'advice size-limits :200 components.workers.1.volumes {worker/heavy} => Set sizeLimit: 512Mi on worker/heavy’s volumes',
      'advice size-limits :237 components.triggerer.volumes {triggerer} => Set sizeLimit: 512Mi on triggerer’s volumes',
      'advice memory-medium :169 components.workers.0.volumes {worker/default} => -',
      'advice sidecar-data-dir :73 sidecar.dataVolume {worker/default worker/heavy triggerer} => Give the sidecar a writable /var/lib/vector',
    ],
  },
  {
    name: 'already-restricted.yaml',
    verdicts: [
      'worker/default-worker: admitted',
      'worker/reports: admitted',
      'dag-processor: admitted',
      'triggerer: admitted',
      'sentinel: admitted',
    ],
    problems: [
      'advice size-limits :389 security.sentinel {sentinel} => Set sizeLimit: 512Mi on sentinel’s volumes',
      'advice unusual-uid :209 components.workers.1.override.pod.runAsUser {worker/reports} => -',
      'advice extra-container-uid :227 components.workers.1.initContainers.0 {worker/reports} => -',
      'advice extra-container-uid :246 components.workers.1.extraContainers.0 {worker/reports} => -',
      'advice size-limits :268 components.workers.1.volumes {worker/reports} => Set sizeLimit: 512Mi on worker/reports’s volumes',
    ],
  },
  {
    name: 'quirks.yaml',
    verdicts: [
      'worker/worker-a: rejected',
      'worker/worker-b: rejected',
      'dag-processor: rejected',
      'triggerer: rejected',
      'sentinel: rejected',
    ],
    problems: [
      'rejected seccompProfile_restricted :87 security.pod.seccompProfile {worker/worker-b dag-processor} => Add seccompProfile: RuntimeDefault, also where &pod is used: workers[0].podSecurityContext, triggerer.podSecurityContext',
      'rejected allowPrivilegeEscalation :218 security.sentinel.container.allowPrivilegeEscalation {sentinel} => Write Sentinel’s containerSecurityContext',
      'rejected runAsNonRoot :218 security.sentinel.pod.runAsNonRoot {sentinel} => Write Sentinel’s podSecurityContext',
      'rejected seccompProfile_restricted :133 components.workers.0.override.pod.seccompProfile {worker/worker-a} => Complete worker/worker-a’s own podSecurityContext',
      'rejected allowPrivilegeEscalation :170 components.workers.1.extraContainers.1 {worker/worker-b} => Harden container tail',
      'rejected seccompProfile_restricted :204 components.triggerer.override.pod.seccompProfile {triggerer} => Complete triggerer’s own podSecurityContext',
      'fails sidecar-data-dir :110 sidecar.dataVolume {worker/worker-a worker/worker-b triggerer} => Give the sidecar a writable /vector',
      'advice read-only-root :93 security.container.readOnlyRootFilesystem {dag-processor triggerer} => -',
      'advice read-only-root :218 security.sentinel.container.readOnlyRootFilesystem {sentinel} => -',
      'advice extra-container-uid :169 components.workers.1.extraContainers.0 {worker/worker-b} => -',
      'advice extra-container-uid :170 components.workers.1.extraContainers.1 {worker/worker-b} => -',
      'advice read-only-root :134 components.workers.0.override.container.readOnlyRootFilesystem {worker/worker-a} => -',
      'advice read-only-root :159 components.workers.1.override.container.readOnlyRootFilesystem {worker/worker-b} => -',
      'advice size-limits :137 components.workers.0.volumes {worker/worker-a} => Set sizeLimit: 512Mi on worker/worker-a’s volumes',
      'advice size-limits :175 components.workers.1.volumes {worker/worker-b} => -',
      'advice size-limits :209 components.triggerer.volumes {triggerer} => Set sizeLimit: 512Mi on triggerer’s volumes',
    ],
  },
  {
    name: 'crlf.yaml',
    verdicts: ['worker/default-worker: rejected', 'dag-processor: rejected', 'triggerer: rejected'],
    problems: [
      'rejected allowPrivilegeEscalation :29 security.container.allowPrivilegeEscalation {worker/default-worker dag-processor triggerer} => Add allowPrivilegeEscalation: false',
      'rejected capabilities_restricted :29 security.container.capabilities {worker/default-worker dag-processor triggerer} => Drop ALL capabilities',
      'rejected seccompProfile_restricted :25 security.pod.seccompProfile {worker/default-worker dag-processor triggerer} => Add seccompProfile: RuntimeDefault',
      'advice read-only-root :29 security.container.readOnlyRootFilesystem {worker/default-worker dag-processor triggerer} => Make the root filesystem read-only',
    ],
  },
  {
    name: 'bad/wrong-types.yaml',
    verdicts: [
      'worker/default-worker: rejected',
      'worker/1: unknown',
      'worker/2: unknown',
      'dag-processor: unknown',
      'triggerer: unknown',
      'sentinel: rejected',
    ],
    problems: [
      'rejected slip :10 security.pod.runAsUser {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => Take the quotes off runAsUser',
      'rejected slip :11 security.pod.fsGroup {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => Take the quotes off fsGroup',
      'rejected slip :16 security.container.allowPrivilegeEscalation {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => Take the quotes off allowPrivilegeEscalation',
      'rejected slip :13 security.pod.seccompProfile {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => Write seccompProfile as it was meant',
      'rejected slip :19 security.container.capabilities.dropAll {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => Write drop as it was meant',
      'rejected bad-type :12 security.pod.runAsNonRoot {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => -',
      'rejected bad-type :17 security.container.readOnlyRootFilesystem {worker/default-worker worker/1 worker/2 dag-processor triggerer sentinel} => -',
      'rejected bad-type :51 security.sentinel.enabled {sentinel} => -',
      'rejected bad-type :52 security.sentinel.pod {sentinel} => -',
      'rejected allowPrivilegeEscalation :50 security.sentinel.container.allowPrivilegeEscalation {sentinel} => Write Sentinel’s containerSecurityContext',
      'rejected slip :33 components.workers.0.replicas {worker/default-worker} => Take the quotes off replicas',
      'rejected bad-type :34 components.workers.0.override.container {worker/default-worker} => -',
      'rejected bad-type :40 components.workers.0.extraContainers {worker/default-worker} => -',
      'rejected bad-type :36 components.workers.0.volumes {worker/default-worker} => -',
      'rejected bad-type :38 components.workers.0.folders {worker/default-worker} => -',
      'rejected bad-type :42 components.workers.1 {worker/1} => -',
      'rejected bad-type :43 components.workers.2 {worker/2} => -',
      'rejected bad-type :46 components.dagProcessor {dag-processor} => -',
      'rejected bad-type :48 components.triggerer {triggerer} => -',
      'rejected slip :22 sidecar.enabled {worker/default-worker worker/1 worker/2 triggerer} => Take the quotes off enabled',
      'rejected bad-type :25 sidecar.container {worker/default-worker worker/1 worker/2 triggerer} => -',
      'rejected bad-type :27 sidecar.logsPath {worker/default-worker worker/1 worker/2 triggerer} => -',
      'advice missing-value :1 start.file => -',
      'advice missing-value :1 start.file => -',
      'advice missing-value :1 start.file => -',
      'advice read-only-root :50 security.sentinel.container.readOnlyRootFilesystem {sentinel} => -',
    ],
  },
  {
    name: 'bad/workers-as-map.yaml',
    verdicts: [
      'worker: unknown',
      'dag-processor: rejected',
      'triggerer: rejected',
      'sentinel: rejected',
    ],
    problems: [
      'rejected allowPrivilegeEscalation :13 security.container.allowPrivilegeEscalation {dag-processor triggerer} => Add allowPrivilegeEscalation: false',
      'rejected capabilities_restricted :13 security.container.capabilities {dag-processor triggerer} => Drop ALL capabilities',
      'rejected seccompProfile_restricted :9 security.pod.seccompProfile {dag-processor triggerer} => Add seccompProfile: RuntimeDefault',
      'rejected allowPrivilegeEscalation :1 security.sentinel.container.allowPrivilegeEscalation {sentinel} => Write Sentinel’s containerSecurityContext',
      'rejected runAsNonRoot :1 security.sentinel.pod.runAsNonRoot {sentinel} => Write Sentinel’s podSecurityContext',
      'rejected bad-type :17 components.workers {worker} => -',
      'advice missing-value :1 start.file => -',
      'advice missing-value :1 start.file => -',
      'advice missing-value :1 start.file => -',
      'advice sentinel-implicit :1 security.sentinel.enabled => Write sentinel.enabled: true',
      'advice read-only-root :13 security.container.readOnlyRootFilesystem {dag-processor triggerer sentinel} => Make the root filesystem read-only',
    ],
  },
];

describe('samples', () => {
  it.each(cases)('$name', ({ name, verdicts: pods, problems }) => {
    const assessment = assessed(sample(name));
    expect(verdicts(assessment)).toEqual(pods);
    expect(summary(assessment)).toEqual(problems);
  });

  it('words the verdict of the Astro UI’s file as the API server does', () => {
    const assessment = assessed(sample('astro-ui-2x.yaml'));
    expect(assessment.policy.enforce.text).toBe('restricted:latest');
    expect(standingOf(assessment)).toBe('rejected');
    expect(countPods(assessment)).toEqual({ rejected: 4, unknown: 0, fails: 0, admitted: 0 });
    expect(fixable(assessment)).toHaveLength(6);
    expect(assessment.pods[1]).toMatchObject({
      id: 'dag-processor',
      deployment: 'acme-remote-dag-processor',
      reasons: ['allowPrivilegeEscalation != false', 'unrestricted capabilities', 'seccompProfile'],
      detail:
        'allowPrivilegeEscalation != false (container "dag-processor" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "dag-processor" must set securityContext.capabilities.drop=["ALL"]), seccompProfile (pod or container "dag-processor" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    });
  });

  it('lists the containers of a pod as the API server visits them', () => {
    const [first] = assessed(sample('team-edited.yaml')).pods;
    expect(first?.containers.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'init vault-agent',
      'agent worker',
      'sidecar vector-logging-sidecar',
      'extra dogstatsd',
    ]);
  });

  it('finds nothing to repair in the starter', () => {
    const assessment = assessed(starter());
    expect(standingOf(assessment)).toBe('admitted');
    expect(fixable(assessment)).toEqual([]);
    expect(assessment.problems.filter(({ effect }) => effect !== 'advice')).toEqual([]);
  });

  it('says of workers as a mapping that the chart wants a list, and claims nothing of the pods', () => {
    const { pods, problems } = assessed(sample('bad/workers-as-map.yaml'));
    expect(pods[0]).toMatchObject({
      id: 'worker',
      verdict: 'unknown',
      unknownReason: 'The chart wants a list of workers.',
    });
    expect(problems.find(({ rule }) => rule === 'bad-type')?.message).toBe(
      'workers must be a list, not a mapping',
    );
  });

  it.each([
    ['bad/empty.yaml', 'The text sets no values.'],
    ['bad/comments-only.yaml', 'The text sets no values.'],
    ['bad/not-a-mapping.yaml', 'The text is not a mapping of keys.'],
  ])('cannot assess %s', (name, message) => {
    const result = assess(sample(name));
    expect(result.ok ? [] : result.problems.map(({ problem }) => problem.message)).toEqual([
      message,
    ]);
  });

  it.each([
    'tab-indented',
    'duplicate-keys',
    'unclosed-quote',
    'multi-doc',
    'alias-bomb',
    'deep-nesting',
  ])('gives the reader’s reason for bad/%s.yaml', (name) => {
    const result = assess(sample(`bad/${name}.yaml`));
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]?.document).toBe('values');
  });
});
