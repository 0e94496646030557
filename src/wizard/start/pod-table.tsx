import { useState } from 'react';
import type { Assessment, PodAssessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { groupAlike } from '../findings/alike.ts';
import { ToneIcon, toneOfVerdict } from '../findings/effect.tsx';
import { goToPod } from '../findings/go-to-pod.ts';
import { verdictTitle } from '../findings/state-words.ts';

/** With more pods than this, equal ones share a row, and no more rows are shown at first. */
const rowsAtFirst = 8;

interface Row {
  readonly pods: readonly [PodAssessment, ...PodAssessment[]];
  /** Why it is not admitted, or does not run; none for one that is and does. */
  readonly reasons: readonly string[];
  /** Whether the first reason is Kubernetes' own. */
  readonly verbatim: boolean;
}

/** What would become of each pod, with the first reason. */
export function PodTable({ assessment }: { readonly assessment: Assessment }) {
  const [all, setAll] = useState(false);
  const rows = rowsOf(assessment);
  const shown = all ? rows : rows.slice(0, rowsAtFirst);
  return (
    <>
      <table className="pods">
        <thead>
          <tr>
            <th scope="col">Pod</th>
            <th scope="col">Verdict</th>
            <th scope="col">First reason</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <PodRow key={row.pods[0].id} {...row} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
    </>
  );
}

function rowsOf({ pods, problems }: Assessment): readonly Row[] {
  const single = (pod: PodAssessment): Row => ({
    pods: [pod],
    reasons: reasonsOf(pod, problems),
    verbatim: pod.reasons.length > 0,
  });
  if (pods.length <= rowsAtFirst) return pods.map(single);
  const rows = pods.map(single);
  const groups = groupAlike(rows, ({ pods: [{ component, verdict }], reasons }) =>
    JSON.stringify([component, verdict, reasons]),
  );
  return groups.map(([first, ...others]) => ({
    ...first,
    pods: [first.pods[0], ...others.flatMap((row) => row.pods)],
  }));
}

function reasonsOf(pod: PodAssessment, problems: readonly Problem[]): readonly string[] {
  const reasons = [...pod.reasons, ...pod.refusals];
  if (reasons.length > 0) return reasons;
  if (pod.unknownReason !== undefined) return [pod.unknownReason];
  const failures = problems.filter(
    ({ effect, pods }) => effect === 'fails' && pods.includes(pod.id),
  );
  return failures.map(({ message }) => message.replaceAll(pod.id, 'it'));
}

function PodRow({ pods, reasons, verbatim }: Row) {
  const [pod, ...equal] = pods;
  const [first, ...more] = reasons;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="pod-link" translate="no" onClick={() => goToPod(pod)}>
          {pod.id}
        </button>
        {equal.length > 0 && (
          <details className="pod-equal">
            <summary>and {equal.length} equal</summary>
            <p translate="no">{equal.map(({ id }) => id).join(', ')}</p>
          </details>
        )}
      </th>
      <td className={`pod-verdict tone-${toneOfVerdict(pod.verdict)}`}>
        <span>
          <ToneIcon tone={toneOfVerdict(pod.verdict)} /> {verdictTitle(pod.verdict)}
        </span>
      </td>
      <td>
        {first === undefined && <span className="pod-more">None</span>}
        {first !== undefined && (verbatim ? <code translate="no">{first}</code> : first)}
        {more.length > 0 && (
          <span className="pod-more" title={more.join('\n')}>
            {more.length} more {more.length === 1 ? 'reason' : 'reasons'}
          </span>
        )}
      </td>
    </tr>
  );
}
