import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-check-icon';
import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../../agent/rules/finding.ts';
import { ToneIcon } from '../../findings/effect.tsx';
import { goToProblem } from '../../findings/go-to.ts';
import { usePrinting } from '../use-printing.ts';
import type { Figures, LeftHead, LeftRow } from './what-is-left.ts';
import './left.css';

interface WhatIsLeftProps {
  readonly head: LeftHead;
  readonly figures: Figures;
  readonly lines: { readonly added: number; readonly removed: number };
  readonly files: number;
  readonly rows: readonly LeftRow[];
  readonly advice: readonly Problem[];
}

/** More rows than these stand behind one. */
const rowLimit = 6;

/** The state in one panel: its sentence, four figures, and one row for each thing left. */
export function WhatIsLeft({ head, figures, lines, files, rows, advice }: WhatIsLeftProps) {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const isWhole = all || printing || rows.length <= rowLimit + 1;
  const shown = isWhole ? rows : rows.slice(0, rowLimit);
  const { pods, problems } = figures;
  return (
    <section className={`left tone-${head.tone}`} aria-labelledby="left">
      <div className="left-head">
        <ToneIcon tone={head.tone} size={20} />
        <div>
          <h2 id="left">{head.title}</h2>
          <p>{head.says}</p>
        </div>
      </div>
      <dl className="left-figures">
        <Figure name="Pods admitted">
          <Before value={pods.before} />
          <strong>
            {pods.now} of {pods.all}
          </strong>
        </Figure>
        <Figure name="Problems">
          <Before value={problems.before} />
          <strong>{problems.now}</strong>
        </Figure>
        <Figure name="Lines">
          <span className="count-added">+{lines.added}</span> <span>−{lines.removed}</span>
        </Figure>
        <Figure name="Files">
          <strong>{files}</strong> changed
        </Figure>
      </dl>
      <ul className="left-rows">
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {!isWhole && (
          <li className="left-row">
            <Button variant="link" isInline onClick={() => setAll(true)}>
              Show the other {rows.length - rowLimit}
            </Button>
          </li>
        )}
        {advice.length > 0 && <Advice problems={advice} />}
      </ul>
    </section>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Before({ value }: { readonly value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <>
      {value}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> when opened, now </span>
    </>
  );
}

function Row({ row: { id, tone, text, says, action } }: { readonly row: LeftRow }) {
  const name = useId();
  return (
    <li className="left-row">
      {tone === 'done' ? (
        <span className="tone-icon tone-admitted">
          <CheckIcon aria-hidden="true" />
        </span>
      ) : (
        <ToneIcon tone={tone} />
      )}
      <div className="left-words">
        <p id={name}>{text}</p>
        {says && <p className="left-says">{says}</p>}
      </div>
      {action && (
        <Button
          variant="secondary"
          size="sm"
          aria-describedby={name}
          data-back={`left ${id}`}
          onClick={action.run}
        >
          {action.label}
        </Button>
      )}
    </li>
  );
}

/** What is advised: one row, which opens to the list. */
function Advice({ problems }: { readonly problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  const list = useId();
  const isOpen = open || printing;
  const count = problems.length;
  return (
    <li className="left-row left-advice">
      <ToneIcon tone="advice" />
      <div className="left-words">
        <p>{count === 1 ? '1 piece of advice' : `${count} pieces of advice`}, none needed</p>
        {!isOpen && <p className="left-says">{problems[0]?.message}</p>}
      </div>
      <Button
        variant="secondary"
        size="sm"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-label={isOpen ? 'Hide the advice' : 'See the advice'}
        onClick={() => setOpen(!open)}
      >
        {isOpen ? 'Hide' : 'See'}
      </Button>
      <ul id={list} className="left-list" hidden={!isOpen}>
        {isOpen &&
          problems.map((problem) => (
            <li key={problem.id}>
              <button
                type="button"
                className="link-button"
                data-back={`advice ${problem.id}`}
                onClick={() => goToProblem(problem)}
              >
                {problem.message}
              </button>
              <p className="left-says">{problem.why}</p>
            </li>
          ))}
      </ul>
    </li>
  );
}
