import CaretIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-caret-right-icon';
import { type ReactNode, useId } from 'react';
import type { FieldId } from '../../agent/settings/setting-id.ts';
import './cards.css';
import { type Tone, ToneIcon } from '../findings/effect.tsx';

interface CardProps {
  readonly field: FieldId;
  readonly title: string;
  readonly summary: string;
  readonly tone: Tone;
  /** The state in words. */
  readonly state: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly actions?: ReactNode;
  /** Rendered only while the card is open. */
  readonly children: ReactNode;
}

/** A part of a step that opens: its head says how it stands without being opened. */
export function Card({
  field,
  title,
  summary,
  tone,
  state,
  open,
  onToggle,
  actions,
  children,
}: CardProps) {
  const id = useId();
  return (
    <section className={open ? 'card card-open' : 'card'} data-field={field} aria-labelledby={id}>
      <div className="card-head">
        <CaretIcon aria-hidden="true" className="card-caret" />
        <div className="card-name">
          <h2 id={id}>
            <button
              type="button"
              className="card-toggle"
              aria-expanded={open}
              onClick={() => onToggle(!open)}
            >
              {title}
            </button>
          </h2>
          <p className="card-summary">{summary}</p>
        </div>
        <span className={`card-state tone-${tone}`}>
          {tone !== 'neutral' && <ToneIcon tone={tone} />} {state}
        </span>
        {actions !== undefined && <span className="card-actions">{actions}</span>}
      </div>
      {open && <div className="card-body">{children}</div>}
    </section>
  );
}
