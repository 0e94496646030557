import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { cli } from '../cli/cli.ts';

const manifests = 'deploy/kubernetes.yaml';

test('the wizard would be admitted to a namespace that it would make', async () => {
  const { code, out, err } = await cli(['check', manifests]);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: expect.stringContaining('1 workload judged by restricted:latest: 1 admitted\n'),
    err: '',
  });
});

test('what the namespace refuses would be noticed', async () => {
  const loosened = readFileSync(manifests, 'utf8').replace(
    'runAsNonRoot: true',
    'runAsNonRoot: false',
  );
  const { code } = await cli(['check', '-'], { stdin: loosened });
  expect(code).toBe(1);
});

test('the root filesystem is read-only, and what nginx writes goes where it may', () => {
  const [, deployment = ''] = readFileSync(manifests, 'utf8').split(/^---$/m);
  expect(parseTree(deployment).problems).toEqual([]);
  expect(deployment).toContain('readOnlyRootFilesystem: true');
  expect(deployment).toContain('mountPath: /tmp');
  const nginx = readFileSync('deploy/nginx.conf', 'utf8');
  const written = [...nginx.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);$/gm)].map(
    ([, path]) => path,
  );
  expect(written).toHaveLength(6);
  for (const path of written) expect(path).toMatch(/^\/tmp\//);
});
