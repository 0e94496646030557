import { describe, expect, it } from 'vitest';
import type { PodPicture } from '../../../src/wizard/review/pods/parts.ts';
import { podPictures } from '../../../src/wizard/review/pods/pod-picture.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

/** A picture in lines: `tag [state]`, `path <- volume`. */
function drawn({ containers, volumes }: PodPicture): string[] {
  const state = (part: { state: string; note?: string }) =>
    part.state === 'plain' ? '' : ` [${[part.state, part.note].filter(Boolean).join(': ')}]`;
  return [
    ...containers.flatMap(({ name, role, tags, mounts }) => [
      `${name} (${role})`,
      ...tags.map((tag) => `  ${tag.words}${state(tag)}`),
      ...mounts.map((mount) => {
        const how = `${mount.isReadOnly ? ' ro' : ''}${mount.isLoose ? ' loose' : ''}`;
        return `  ${mount.path} <- ${mount.volume}${how}${state(mount)}`;
      }),
    ]),
    ...volumes.map((volume) => `${volume.name}: ${volume.medium}, ${volume.words}${state(volume)}`),
  ];
}

function only(values: string, before?: string): PodPicture {
  const pictures = podPictures(assessed(values), before === undefined ? before : assessed(before));
  const [first] = pictures;
  if (!first) throw new Error('a pod');
  return first;
}

/** A worker whose own context, and what else it says, is given. */
function worker(context: string, rest = ''): string {
  return `workers:\n  - name: a\n    containerSecurityContext: ${context}\n${rest}`;
}

function tagsOf(values: string, before?: string): string[] {
  return drawn({ ...only(values, before), volumes: [] }).slice(1);
}

const safe = '{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}';

describe('podPictures', () => {
  it('draws a pod as it was opened, with what is refused', () => {
    expect(drawn(only(teamEdited))).toEqual([
      'vault-agent (init)',
      '  User 100',
      '  No escalation',
      '  Keeps capabilities [refused]',
      '  No seccomp [refused]',
      '  Root writable',
      '  /etc/vault <- vault-config ro',
      '  /vault/out <- vault-out',
      'worker (main)',
      '  User 50000',
      '  May escalate [refused]',
      '  Keeps capabilities [refused]',
      '  No seccomp [refused]',
      '  Root writable [advice]',
      '  /var/log/airflow <- task-logs',
      '  /vault/out <- vault-out ro',
      '  /var/run/datadog <- dsd-socket',
      'vector-logging-sidecar (sidecar)',
      '  User 50000',
      '  May escalate [refused]',
      '  Keeps capabilities [refused]',
      '  No seccomp [refused]',
      '  Root writable [advice]',
      '  /var/log/airflow <- task-logs ro',
      'dogstatsd (extra)',
      '  User 50000',
      '  May escalate [refused]',
      '  Keeps capabilities [refused]',
      '  No seccomp [refused]',
      '  Root writable',
      '  /var/run/datadog <- dsd-socket',
      'vault-config: files, configMap',
      'vault-out: memory, emptyDir in memory',
      'task-logs: disk, emptyDir, no limit',
      'dsd-socket: disk, hostPath: not allowed [refused]',
    ]);
  });

  it('marks what has changed, and keeps what is still refused', () => {
    const now = fixed(teamEdited)
      .replace(
        /hostPath:.*\n\s+path: \/var\/run\/datadog\n\s+type: DirectoryOrCreate/,
        'emptyDir: {}',
      )
      .replace('medium: Memory', 'sizeLimit: 1Gi');
    const picture = only(now, teamEdited);
    expect(drawn(picture).filter((line) => line.includes('changed'))).toEqual([
      '  Drops ALL [changed: was Keeps capabilities]',
      '  RuntimeDefault [changed: was No seccomp]',
      '  No escalation [changed: was May escalate]',
      '  Drops ALL [changed: was Keeps capabilities]',
      '  RuntimeDefault [changed: was No seccomp]',
      '  /usr/local/airflow/logs <- task-logs [changed: new]',
      '  No escalation [changed: was May escalate]',
      '  Drops ALL [changed: was Keeps capabilities]',
      '  RuntimeDefault [changed: was No seccomp]',
      '  No escalation [changed: was May escalate]',
      '  Drops ALL [changed: was Keeps capabilities]',
      '  RuntimeDefault [changed: was No seccomp]',
      'vault-out: disk, emptyDir, 1Gi [changed: was emptyDir in memory]',
      'dsd-socket: disk, emptyDir [changed: was hostPath]',
    ]);
    expect([picture.reasons, picture.reasonsBefore, picture.replicas]).toEqual([0, 4, 3]);
    expect(drawn(only(fixed(teamEdited), teamEdited)).at(-1)).toBe(
      'dsd-socket: disk, hostPath: not allowed [refused]',
    );
  });

  it('marks all of a pod that is new, and of a mount that became another', () => {
    const before = worker(
      safe,
      '    volumeMounts: [{name: x, mountPath: /a}, {name: x, mountPath: /b}]\n    volumes: [{name: x}, {name: z}]\n',
    );
    const now = before
      .replace('{name: x, mountPath: /a}', '{name: z, mountPath: /a}')
      .replace('{name: x, mountPath: /b}', '{name: x, mountPath: /b, readOnly: true}');
    expect(drawn(only(now, before)).filter((line) => line.includes('<-'))).toEqual([
      '  /a <- z [changed: was x]',
      '  /b <- x ro [changed: was writable]',
    ]);
    expect(drawn(only(before, now)).filter((line) => line.includes('/b'))).toEqual([
      '  /b <- x [changed: was read-only]',
    ]);
    const other = only(before, 'workers: [{name: b}]\n');
    expect([other.isNew, other.containers[0]?.isNew]).toEqual([true, true]);
    expect(other.volumes.map(({ state, note }) => [state, note])).toEqual([
      ['changed', 'new'],
      ['changed', 'new'],
    ]);
  });

  it('says why a pod cannot be drawn', () => {
    const picture = only('workers: 5\n');
    expect(picture.unbuilt).toMatch(/list of workers/);
    expect(picture.containers).toEqual([]);
  });
});

describe('tags', () => {
  it.each([
    [
      'user 0 is root',
      worker('{runAsUser: 0, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}'),
      '  User 0 [refused]',
    ],
    ['no user', worker(safe), '  No user set, may be root [refused]'],
    [
      'the pod’s user',
      `podSecurityContext: {runAsUser: 7, runAsNonRoot: true}\n${worker(safe)}`,
      '  User 7',
    ],
    [
      'a user that the platform assigns',
      `podSecurityContext: {runAsUser: null, runAsNonRoot: true}\n${worker(safe)}`,
      '  User by OpenShift',
    ],
    [
      'a container that gives up the pod’s user',
      `podSecurityContext: {runAsNonRoot: true}\n${worker('{runAsUser: null}')}`,
      '  User by OpenShift',
    ],
    [
      'a harmless capability',
      worker('{capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}'),
      '  Adds NET_BIND_SERVICE',
    ],
    [
      'a capability',
      worker('{capabilities: {drop: [ALL], add: [SYS_TIME]}}'),
      '  Adds SYS_TIME [refused]',
    ],
    ['privileged', worker('{privileged: true}'), '  privileged [refused]'],
    ['unconfined', worker('{seccompProfile: {type: Unconfined}}'), '  Unconfined [refused]'],
    [
      'a profile of the node',
      worker('{seccompProfile: {type: Localhost, localhostProfile: a.json}}'),
      '  Localhost',
    ],
    ['a read-only root', worker('{readOnlyRootFilesystem: true}'), '  Read-only root'],
  ])('%s', (_, values, tag) => {
    expect(tagsOf(values)).toContain(tag);
  });

  it('leads to the place that a value is inherited from, or would be written to', () => {
    const [container] = only(`podSecurityContext: {runAsUser: 7}\n${worker(safe)}`).containers;
    expect(container?.tags.map(({ kind, place }) => [kind, place.join('.')])).toEqual([
      ['user', 'podSecurityContext.runAsNonRoot'],
      ['escalation', 'workers.0.containerSecurityContext.allowPrivilegeEscalation'],
      ['capabilities', 'workers.0.containerSecurityContext.capabilities.drop'],
      ['seccomp', 'podSecurityContext.seccompProfile'],
      ['root', 'workers.0.containerSecurityContext.readOnlyRootFilesystem'],
    ]);
  });

  it('shows the reading of the chart that is refused', () => {
    const values = `containerSecurityContext: ${safe}\n${worker('{readOnlyRootFilesystem: true}')}`;
    expect(tagsOf(values)).toContain('  May escalate [refused]');
  });
});

describe('volumes and mounts', () => {
  const mounted = (volumes: string, mounts = '[]') =>
    drawn(only(worker(safe, `    volumes: ${volumes}\n    volumeMounts: ${mounts}\n`)));

  it.each([
    ['{name: v, emptyDir: {sizeLimit: 1Gi}}', 'v: disk, emptyDir, 1Gi'],
    [
      '{name: v, emptyDir: {medium: Memory, sizeLimit: 64Mi}}',
      'v: memory, emptyDir in memory, 64Mi',
    ],
    ['{name: v, secret: {secretName: s}}', 'v: files, secret'],
    ['{name: v, persistentVolumeClaim: {claimName: data}}', 'v: disk, claim data'],
    ['{name: v, newKind: {}}', 'v: disk, unknown source'],
    ['{name: v, nfs: {server: a, path: /}}', 'v: disk, nfs: not allowed [refused]'],
  ])('%s', (volume, words) => {
    expect(mounted(`[${volume}]`).at(-1)).toContain(words);
  });

  it('lists volumes by their first mount, and marks a mount that has none', () => {
    const lines = mounted(
      '[{name: unused}, {name: b}, {name: a}]',
      '[{name: a, mountPath: /a}, {name: gone, mountPath: /gone}, {name: b, mountPath: /b}]',
    );
    expect(lines.filter((line) => /<-|disk/.test(line))).toEqual([
      '  /a <- a',
      '  /gone <- gone loose [refused]',
      '  /b <- b',
      'a: disk, emptyDir, no limit',
      'b: disk, emptyDir, no limit',
      'unused: disk, emptyDir, no limit',
    ]);
  });

  it('tells an init container that stays', () => {
    const init = '    initContainers: [{name: i, restartPolicy: Always}, {name: j}]\n';
    expect(only(worker(safe, init)).containers.map(({ role }) => role)).toEqual([
      'stays',
      'init',
      'main',
    ]);
  });
});
