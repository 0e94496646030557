import { spawnSync } from 'node:child_process';
import { withSettings } from './bases.ts';
import { edgeMutations } from './edges.ts';
import { ourAnswer, theirAnswer } from './ours.ts';
import { systematicMutations } from './walk.ts';
export function main(args: string[]): number {
  const all = args.includes('edges')
    ? edgeMutations()
    : [...systematicMutations(), ...edgeMutations()];
  const lines = all.map((m) => JSON.stringify(withSettings(m.base, m.set)));
  const r = spawnSync('/tmp/kube', ['objects'], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 31,
  });
  if (r.status !== 0) {
    console.log(r.stderr?.slice(-3000));
    return 1;
  }
  const answers = r.stdout.trimEnd().split('\n');
  let bad = 0;
  let invalid = 0,
    undec = 0,
    warned = 0;
  const show = Number(args[0] ?? 20);
  for (const [i, m] of all.entries()) {
    const ours = ourAnswer(m.base, JSON.parse(lines[i] ?? ''));
    const theirs = theirAnswer(answers[i] ?? '{}');
    if (theirs.decode) undec++;
    else if (theirs.errors?.length) invalid++;
    if (theirs.warnings) warned++;
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      bad++;
      if (bad <= show)
        console.log(
          `${JSON.stringify(m.set).slice(0, 300)}\n  ours:   ${JSON.stringify(ours).slice(0, 400)}\n  theirs: ${JSON.stringify(theirs).slice(0, 400)}`,
        );
    }
  }
  console.log(
    `${all.length} mutations, ${undec} undecodable, ${invalid} invalid, ${warned} warned, ${bad} differ`,
  );
  return 0;
}
