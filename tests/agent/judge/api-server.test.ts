import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isMapping, type Mapping } from '../../../src/agent/documents/plain.ts';
import { judgedDeployment } from '../../../src/agent/judge/deployment/judged-deployment.ts';
import { buildPods } from '../../../src/agent/judge/pods/build.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { cli, temporaryFolder } from '../../cli/cli.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A change of a good values file, with what a real API server answered to its Deployments. */
interface Case {
  readonly id: string;
  readonly change: Mapping;
  readonly deployment: readonly string[];
  readonly warnings?: readonly string[];
  /** Those whose findings are rejected: of Pod Security, too, which the answers are not. */
  readonly rules?: readonly string[];
}

const cases = readFileSync('tests/agent/judge/api-server.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Case => JSON.parse(line));

const { root } = parseTree(readFileSync('tests/samples/already-restricted.yaml', 'utf8'));
const good = root && dataOf(root);
const base = isMapping(good) ? good : {};

test('there are all cases', () => {
  expect(cases.length).toBe(126);
});

test.each(cases)('$id', ({ change, deployment, warnings = [] }) => {
  const values = { ...base, ...change };
  const judged = buildPods(values).built.map((pod) => judgedDeployment(pod, values));
  const answers = judged.flatMap(({ refused }) =>
    refused === undefined ? [] : [`${refused.status} ${refused.message}`],
  );
  // Of several answers no more than two were written down.
  expect([...new Set(answers)].sort().slice(0, 2)).toEqual([...deployment].sort());
  const said = judged.flatMap((one) => one.warnings);
  const ofDeployment = warnings.filter(
    (text) => !/^(spec\.(?!template)|unknown field "spec\.(?!template)|would violate)/.test(text),
  );
  expect([...new Set(said)].sort()).toEqual([...ofDeployment].sort());
});

interface Reported {
  readonly type: string;
  readonly effect?: string;
  readonly rule?: string;
  readonly verdict?: string;
  readonly says?: readonly string[];
}

test.each(cases)('$id, by the command line', async ({ change, deployment, rules = [] }) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'values.yaml'), JSON.stringify({ ...base, ...change }));
  const args = ['check', '--as', 'values', '--format', 'json', 'values.yaml'];
  const { code, out } = await cli(args, { cwd: folder });
  const { results }: { readonly results: readonly Reported[] } = JSON.parse(out);
  const rejected = results.filter(({ effect }) => effect === 'rejected');
  expect([...new Set(rejected.map(({ rule }) => rule))]).toEqual(rules);
  expect(code).toBe(rules.length > 0 ? 1 : 0);
  const refused = results.filter(({ says = [] }) => says.some((line) => /^4\d\d /.test(line)));
  expect(refused.length > 0).toBe(deployment.length > 0);
  expect(refused.every(({ verdict }) => verdict === 'rejected')).toBe(true);
});
