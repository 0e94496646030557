import { spawnSync } from 'node:child_process';
import { withSettings } from './bases.ts';
import { systematicMutations } from './walk.ts';
import { judgeDeployment, judgePod } from '../../src/kube/judge.ts';
import { faultText } from '../../src/kube/faults.ts';
export function main(args: string[]): number {
  const all = systematicMutations();
  const lines = all.map((m) => JSON.stringify(withSettings(m.base, m.set)));
  const r = spawnSync('/tmp/kube', ['objects'], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 31 });
  if (r.status !== 0) { console.log(r.stderr?.slice(-3000)); return 1; }
  const answers = r.stdout.trimEnd().split('\n');
  let bad = 0; let invalid = 0, undec = 0; const show = Number(args[0] ?? 20);
  for (const [i, m] of all.entries()) {
    const t = JSON.parse(answers[i] ?? '{}');
    const j = (m.base === 'pod' ? judgePod : judgeDeployment)(JSON.parse(lines[i] ?? ''));
    const ours = j.undecodable[0] ? { decode: j.undecodable[0].message } : { unknown: j.unknown.map((u) => u.message), errors: [...new Set(j.faults.map(faultText))] };
    const theirs = t.decode ? { decode: t.decode } : { unknown: t.unknown ?? [], errors: (t.errors ?? []).map((e: { field: string; detail: string }) => `${e.field}: ${e.detail}`) };
    if (t.decode) undec++; else if (theirs.errors!.length) invalid++;
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) { bad++; if (bad <= show) console.log(`${JSON.stringify(m.set).slice(0,300)}\n  ours:   ${JSON.stringify(ours).slice(0,330)}\n  theirs: ${JSON.stringify(theirs).slice(0,330)}`); }
  }
  console.log(`${all.length} mutations, ${undec} undecodable, ${invalid} invalid, ${bad} differ`);
  return 0;
}
