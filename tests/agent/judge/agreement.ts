import { expect } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import type { Assessment, PodAssessment } from '../../../src/agent/assess/assessment.ts';
import { noAnswers } from '../../../src/agent/assess/decisions/answers.ts';
import { isReady } from '../../../src/agent/assess/missing.ts';
import { verdictSentence } from '../../../src/agent/assess/verdict-sentence.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { mappingOf } from '../../../src/agent/documents/plain.ts';
import { matrixColumns, matrixRows } from '../../../src/agent/judge/check-matrix.ts';
import { kubernetesSays } from '../../../src/agent/judge/kubernetes-says.ts';
import { modeOutcome } from '../../../src/agent/judge/mode-outcome.ts';
import { buildPods } from '../../../src/agent/judge/pods/build.ts';
import { judgeDocument } from '../../../src/cli/check/judge-values.ts';
import { SourceText } from '../../../src/cli/check/source-text.ts';
import { detailOf, type Judgement, judge, MODES, type Mode } from '../../../src/pss/index.ts';
import { CHECKS } from '../../../src/pss/registry.ts';
import { stepState } from '../../../src/wizard/frame/step-state.ts';
import { leftHead } from '../../../src/wizard/review/left/what-is-left.ts';
import { saysWords } from '../../../src/wizard/review/says/says-words.ts';
import { modeSentence } from '../../../src/wizard/steps/mode-sentence.ts';
import { dataOf } from '../../../src/yaml/value.ts';

const checkIds: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));

/** Every reading of a pod by one mode's policy, judged anew: what all the views are held to. */
type Oracle = (id: string, mode: Mode) => readonly Judgement[] | undefined;

function oracleOf({ trees, policy }: Assessment): Oracle {
  const { root } = trees.values;
  const pods = new Map(buildPods(mappingOf(root && dataOf(root))).all.map((pod) => [pod.id, pod]));
  return (id, mode) => {
    const pod = pods.get(id);
    if (pod === undefined) throw new Error(`No pod ${id}`);
    return 'reason' in pod
      ? undefined
      : pod.variants.map((variant) => judge(variant.pod, policy[mode]));
  };
}

function brokenIn(readings: readonly Judgement[] | undefined): ReadonlySet<string> {
  return new Set((readings ?? []).flatMap((one) => one.violations.map(({ check }) => check)));
}

/** Holds every view of the documents to the same verdicts: law 8. */
export function expectAgreement(documents: Documents, assessment: Assessment): void {
  const oracle = oracleOf(assessment);
  for (const pod of assessment.pods) {
    for (const mode of MODES) expectMode(pod, mode, oracle(pod.id, mode));
    expectMatrix(pod, oracle(pod.id, 'enforce'));
    expectFindings(assessment, pod, oracle);
    expectEvent(pod);
  }
  for (const mode of MODES) expectOutcome(assessment, mode);
  expectWhole(assessment);
  expectCommandLine(documents, assessment);
}

function expectMode(pod: PodAssessment, mode: Mode, readings: readonly Judgement[] | undefined) {
  const { verdict } = pod.modes[mode];
  const broken = brokenIn(readings);
  const misshapen = readings?.some(({ shapeErrors }) => shapeErrors.length > 0) ?? true;
  expect(verdict).toBe(broken.size > 0 ? 'rejected' : misshapen ? 'unknown' : 'admitted');
  const { refused, warning, forbidden, audit } = kubernetesSays(pod);
  expect(refused !== undefined).toBe(pod.api.refused !== undefined);
  if (refused !== undefined) {
    // Validation comes before admission: nobody asks Pod Security.
    expect([warning, forbidden, audit]).toEqual([undefined, undefined, undefined]);
    return;
  }
  // An invalid pod is refused before enforce is asked.
  if (mode === 'enforce' && pod.api.ofPods.length > 0) {
    expect(forbidden).toMatch(/^Pod ".*" is invalid: /);
    return;
  }
  const words = { enforce: forbidden, audit, warn: warning }[mode];
  expect(words !== undefined).toBe(verdict === 'rejected');
  if (words === undefined || readings === undefined) return;
  const most = Math.max(...readings.map(({ violations }) => violations.length));
  const worst = readings.filter(({ violations }) => violations.length === most);
  const policy = JSON.stringify(pod.modes[mode].policy.text);
  const ends = worst.map(({ violations }) => `PodSecurity ${policy}: ${detailOf(violations)}`);
  expect(ends.some((end) => words.endsWith(end))).toBe(true);
}

function expectMatrix(pod: PodAssessment, readings: readonly Judgement[] | undefined) {
  const rows = matrixRows(pod);
  expect(rows.length > 0).toBe(readings !== undefined);
  const broken = brokenIn(readings);
  for (const [index, { checks }] of matrixColumns.entries()) {
    const cells = rows.map((row) => row.cells[index]);
    expect(cells.includes('rejected')).toBe(checks.some((check) => broken.has(check)));
    if (pod.modes.enforce.verdict === 'unknown') expect(cells).not.toContain('passes');
    if (pod.modes.enforce.policy.level === 'privileged') expect(cells).not.toContain('passes');
  }
}

function expectFindings({ findings }: Assessment, pod: PodAssessment, oracle: Oracle) {
  const own = findings.filter((one) => one.pod === pod.id);
  const told = (effect: string) =>
    new Set(
      own.filter((one) => one.effect === effect && checkIds.has(one.rule)).map(({ rule }) => rule),
    );
  const enforced = brokenIn(oracle(pod.id, 'enforce'));
  const milder = [...brokenIn(oracle(pod.id, 'warn')), ...brokenIn(oracle(pod.id, 'audit'))];
  const rejected = told('rejected');
  const warned = told('warned');
  expect([...enforced]).toEqual(expect.arrayContaining([...rejected]));
  expect(milder).toEqual(expect.arrayContaining([...warned]));
  // A place of the wrong type has one finding of its own instead.
  const isBadlyTyped = findings.some(
    ({ rule, effect }) => rule === 'bad-type' || (rule === 'slip' && effect === 'rejected'),
  );
  if (isBadlyTyped) return;
  expect([...rejected].sort()).toEqual([...enforced].sort());
  for (const check of milder) expect(rejected.has(check) || warned.has(check)).toBe(true);
}

function expectEvent(pod: PodAssessment) {
  const { verdict, modes } = pod;
  const { event } = saysWords(pod);
  const isRefused = pod.api.refused !== undefined;
  expect(event === undefined).toBe(isRefused);
  if (isRefused) expect(verdict).toBe('rejected');
  const isRejected = modes.enforce.verdict === 'rejected' || pod.api.ofPods.length > 0;
  expect(event?.startsWith('FailedCreate') ?? false).toBe(isRejected && !isRefused);
  expect(event?.startsWith('SuccessfulCreate') ?? false).toBe(
    verdict === 'admitted' || verdict === 'fails',
  );
  if (modes.enforce.verdict === 'rejected') expect(verdict).toBe('rejected');
  if (verdict === 'rejected') expect([...pod.reasons, ...pod.refusals]).not.toEqual([]);
  if (verdict === 'unknown') expect(pod.unknownReason).toMatch(/./);
  if (modes.enforce.verdict === 'unknown') expect(['rejected', 'unknown']).toContain(verdict);
}

function expectOutcome(assessment: Assessment, mode: Mode) {
  const { policy, pods } = assessment;
  const with_ = (verdict: string) =>
    pods.filter(({ modes }) => modes[mode].verdict === verdict).map(({ id }) => id);
  const outcome = modeOutcome(assessment, mode);
  const checks = policy[mode].level !== 'privileged';
  expect(outcome).toEqual({
    checks,
    all: pods.length,
    breaking: with_('rejected'),
    refused: pods.filter(
      ({ modes, api }) => modes[mode].verdict === 'rejected' && api.refused !== undefined,
    ).length,
    unknown: checks ? with_('unknown').length : 0,
  });
  const isGreen = modeSentence(mode, outcome).tone === 'admitted';
  expect(isGreen).toBe(checks && pods.length > 0 && with_('admitted').length === pods.length);
}

function expectWhole(assessment: Assessment) {
  const standing = standingOf(assessment);
  const isGreen = standing === 'admitted';
  expect(verdictSentence(assessment).tone === 'admitted').toBe(isGreen);
  const { tone } = leftHead({ assessment, unread: [], answers: noAnswers });
  expect(stepState('review', assessment).tone).toBe(tone);
  // Values that are missing are no part of the verdict, and still Review is not ready.
  expect(tone === 'admitted').toBe(isReady(assessment, noAnswers));
  expect(tone === 'admitted' || tone === 'advice').toBe(isGreen);
  expect(tone === 'rejected').toBe(standing === 'rejected');
  expect(verdictSentence(assessment).tone).toBe(isGreen ? 'admitted' : tone);
  for (const { effect, step } of assessment.problems) {
    if (effect === 'advice' || step === 'start') continue;
    const { tone } = stepState(step, assessment);
    if (effect === 'rejected') expect(tone).toBe('rejected');
    else expect(['rejected', 'fails']).toContain(tone);
  }
}

function expectCommandLine({ values, namespace }: Documents, assessment: Assessment) {
  const given = {
    values: new SourceText('values.yaml', values),
    namespace: new SourceText('namespace.yaml', namespace),
  };
  const judged = judgeDocument('values', given, { modes: new Set(), labels: {} });
  expect(judged.standing).toBe(standingOf(assessment));
  expect(judged.verdicts.map(({ verdict }) => verdict)).toEqual(
    assessment.pods.map(({ verdict }) => verdict),
  );
  for (const [index, pod] of assessment.pods.entries()) {
    const { refused, odd, warning, forbidden, audit } = kubernetesSays(pod);
    const says = judged.verdicts[index]?.says.join('\n') ?? '';
    // What else the API server says quotes values, some of which the command line masks.
    const { discretion } = given.values;
    const ofPod = pod.api.ofPods.length > 0 ? forbidden : undefined;
    for (const words of [refused, ofPod, ...odd]) {
      if (words !== undefined) expect(says).toContain(discretion.message(words));
    }
    for (const words of [warning, ofPod === undefined ? forbidden : undefined, audit]) {
      if (words !== undefined) expect(says).toContain(words);
    }
    expect(judged.verdicts[index]?.policy).toBe(assessment.policy.enforce.text);
  }
}
