import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useLayoutEffect, useRef } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { fixProblem } from '../actions.ts';
import { goToDecision } from '../decisions/go-to-decision.ts';
import { useDecision } from '../decisions/use-decision.ts';
import { groupAlike, likenessOf, manyAlike } from '../findings/alike.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { effectWords } from '../findings/finding-words.ts';
import { type FileOf, useFiles } from '../hosted/use-file.ts';
import { usePaused } from '../pause.ts';
import { stepFacts } from '../steps-in-order.ts';
import { useWizard } from '../use-wizard.ts';
import { useView } from '../view.ts';
import { AlikeRows } from './alike-rows.tsx';
import { stretchAt } from './marks.ts';
import { openProblem } from './open-problem.ts';

/** Every problem on two lines: what Kubernetes says, and where. */
export function ProblemList({ assessment }: { readonly assessment: Assessment }) {
  const selected = useSelected(assessment.problems);
  const files = useFiles();
  // Of a text that cannot be read, nothing can be repaired but that.
  const canFix = usePaused().length === 0;
  const row = (problem: Problem) => (
    <ProblemRow
      key={problem.id}
      problem={problem}
      place={placeWords(problem)}
      line={lineWords(problem, assessment, files(problem.document))}
      selected={problem.id === selected}
      canFix={canFix}
    />
  );
  return groupAlike(assessment.problems, likenessOf).flatMap((group) => {
    if (group.length < manyAlike) return group.map(row);
    const [first, ...others] = group;
    const isSelected = others.some(({ id }) => id === selected);
    return [
      row(first),
      <AlikeRows key={`alike ${first.id}`} group={group} canFix={canFix} isOpen={isSelected}>
        {() => others.map(row)}
      </AlikeRows>,
    ];
  });
}

/** The problem that was gone to, or else the first one of the field that has the focus. */
function useSelected(problems: readonly Problem[]): string | undefined {
  const field = useWizard((state) => state.activeField);
  const gone = useView((view) => view.problem);
  const atField = problems.filter((problem) => problem.field === field);
  return (atField.find(({ id }) => id === gone) ?? atField[0])?.id;
}

function placeWords({ step, pods }: Problem): string {
  const { name } = stepFacts(step);
  const [first] = pods;
  if (first === undefined) return name;
  return `${name}, ${pods.length === 1 ? first : `${pods.length} pods`}`;
}

function lineWords(
  { document, path }: Problem,
  { trees }: Assessment,
  { name, before }: FileOf,
): string {
  const line = stretchAt(trees[document], path).line + before;
  return document === 'values' ? `Line ${line}` : `${name}, line ${line}`;
}

interface ProblemRowProps {
  readonly problem: Problem;
  readonly place: string;
  readonly line: string;
  readonly selected: boolean;
  readonly canFix: boolean;
}

function ProblemRow({ problem, place, line, selected, canFix }: ProblemRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const { effect, message, fix } = problem;
  const canDecide = useDecision(problem.id) !== undefined;
  return (
    <li ref={row} className={`problem-row ${selected ? 'is-selected' : ''}`}>
      <button
        type="button"
        className="problem-go"
        title={message}
        aria-current={selected ? 'true' : undefined}
        onClick={() => openProblem(problem)}
      >
        <ToneIcon tone={toneOfEffect(effect)} />
        <span className="visually-hidden">{effectWords[effect]}: </span>
        <span className="problem-message">{message}</span>
        <span className="problem-place">
          <span>{place}</span> <span>{line}</span>
        </span>
      </button>
      {canDecide && canFix && (
        <Button
          variant="link"
          isInline
          className="problem-fix"
          aria-label={`Decide: ${message}`}
          onClick={() => goToDecision(problem)}
        >
          Decide
        </Button>
      )}
      {fix && !canDecide && canFix && (
        <Button
          variant="link"
          isInline
          className="problem-fix"
          aria-label={`Fix: ${fix.title}`}
          title={fix.title}
          onClick={() => {
            keepFocusNear(row.current);
            fixProblem(problem.id);
          }}
        >
          Fix
        </Button>
      )}
    </li>
  );
}

/** When a repaired problem's row goes away with the focus in it, the row beside it takes the focus. */
function keepFocusNear(row: HTMLElement | null): void {
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  window.requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const target = beside?.isConnected ? beside : document.querySelector('.problems-head');
    target?.querySelector('button')?.focus();
  });
}
