import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-check-icon';
import UndoIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-undo-icon';
import { useLayoutEffect, useRef, useState } from 'react';
import { isPressing } from '../../agent/assess/assess.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { LineLink } from '../fields/line-link.tsx';
import { ToneIcon } from '../findings/effect.tsx';
import { undo } from '../store.ts';
import { useWizard } from '../use-wizard.ts';
import type { FixSummary, RepairedKind } from './fix-summary.ts';
import './summary-panel.css';

const shownAtFirst = 6;

/** The summaries that have had the focus: each takes it once, when it is new. */
const met = new WeakSet<FixSummary>();

/** What *Fix everything* did last, until that is undone or another file is opened. */
export function useFixSummary(): FixSummary | undefined {
  return useWizard(({ past }) => past.findLast((step) => step.summary !== undefined)?.summary);
}

/** Says what was repaired and what is left, and takes the focus once. */
export function SummaryPanel({ summary }: { readonly summary: FixSummary }) {
  const panel = useRef<HTMLElement>(null);
  const left = useAssessed(({ problems }) => problems.filter(isPressing).length) ?? 0;
  const isLast = useWizard(({ past }) => past.at(-1)?.summary === summary);
  useLayoutEffect(() => {
    if (met.has(summary)) return;
    met.add(summary);
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.focus({ preventScroll: true });
  }, [summary]);
  return (
    <section
      ref={panel}
      className="fixed-panel tone-admitted"
      tabIndex={-1}
      aria-labelledby="fixed-title"
      aria-describedby="fixed-text"
      data-testid="fixed"
    >
      <div className="fixed-head">
        <ToneIcon tone="admitted" size={20} />
        <div>
          <h2 id="fixed-title">{titleOf(summary, left)}</h2>
          <p id="fixed-text">{sentenceOf(summary)}</p>
        </div>
        {isLast && (
          <Button
            variant="secondary"
            size="sm"
            icon={<UndoIcon />}
            onClick={() => {
              undo();
              document.querySelector<HTMLElement>('.main h1')?.focus();
            }}
          >
            Undo
          </Button>
        )}
      </div>
      <Kinds kinds={summary.kinds} />
    </section>
  );
}

/** "9 problems repaired, 1 left for you" */
function titleOf({ repaired }: FixSummary, left: number): string {
  const done = `${repaired} ${repaired === 1 ? 'problem' : 'problems'} repaired`;
  return left === 0 ? `${done}, none left` : `${done}, ${left} left for you`;
}

/** "4 of 5 pods are now admitted, before it was none. 35 lines changed, the rest is as it was." */
function sentenceOf({ pods, admittedBefore, admittedAfter, linesChanged }: FixSummary): string {
  const before =
    admittedBefore === admittedAfter
      ? 'as before'
      : `before it was ${admittedBefore === 0 ? 'none' : admittedBefore}`;
  const verb = admittedAfter === 1 ? 'is' : 'are';
  const lines = `${linesChanged} ${linesChanged === 1 ? 'line' : 'lines'} changed`;
  return `${admittedAfter} of ${pods} pods ${verb} now admitted, ${before}. ${lines}, the rest is as it was.`;
}

function Kinds({ kinds }: { readonly kinds: readonly RepairedKind[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? kinds : kinds.slice(0, shownAtFirst);
  return (
    <>
      <ul className="fixed-kinds">
        {shown.map((kind) => (
          <KindRow key={kind.words} kind={kind} />
        ))}
      </ul>
      {shown.length < kinds.length && (
        <button type="button" className="text-button fixed-all" onClick={() => setAll(true)}>
          {`Show all ${kinds.length}`}
        </button>
      )}
    </>
  );
}

function KindRow({ kind: { words, pods, places } }: { readonly kind: RepairedKind }) {
  const [place] = places;
  const [pod] = pods;
  return (
    <li>
      <CheckIcon aria-hidden="true" />
      <span className="fixed-words">{words}</span>
      <span className="fixed-pods" translate={pods.length === 1 ? 'no' : 'yes'}>
        {pods.length > 1 ? `${pods.length} pods` : pod}
      </span>
      {place && <LineLink document={place.document} path={place.path} />}
    </li>
  );
}
