import { useId, useState } from 'react';
import { noAnswers } from '../../agent/assess/decisions/answers.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { useWizard } from '../use-wizard.ts';
import { MissingRow } from './missing-row.tsx';
import { type ShownValue, shownIn } from './shown-value.ts';
import './missing-values.css';

/** What only the owner of the install knows, one field each. Start and Review show the same. */
export function MissingValues({ level = 'h2' }: { readonly level?: 'h2' | 'h3' }) {
  const Heading = level;
  const id = useId();
  const values = useAssessed(shownIn, sameData) ?? none;
  const later = useWizard(({ settled }) => settled?.answers?.later) ?? noAnswers.later;
  const opened = useWizard(({ draftId }) => draftId);
  // A row stays when it is filled in, so that nothing moves away from under a hand.
  const [listed, setListed] = useState<Listed>({ opened, ids: [] });
  const missing = values.filter(({ isMissing }) => isMissing).map((one) => one.id);
  const before = listed.opened === opened ? listed.ids : [];
  const ids = values.flatMap((one) =>
    missing.includes(one.id) || before.includes(one.id) ? [one.id] : [],
  );
  if (listed.opened !== opened || !sameData(ids, listed.ids)) setListed({ opened, ids });
  const rows = values.filter((one) => ids.includes(one.id));
  if (rows.length === 0) return null;
  const left = missing.filter((one) => !later.includes(one)).length;
  return (
    <section className="missing" aria-labelledby={`${id}-title`}>
      <div className="missing-head">
        <Heading id={`${id}-title`} tabIndex={-1}>
          What only you know
        </Heading>
        <p className={`missing-count tone-${left > 0 ? 'advice' : 'admitted'}`}>
          <ToneIcon tone={left > 0 ? 'advice' : 'admitted'} size={14} />
          <span>{left > 0 ? `${left} missing` : 'Nothing missing'}</span>
        </p>
      </div>
      <ul className="missing-rows">
        {rows.map((value) => (
          <MissingRow key={value.id} value={value} isLater={later.includes(value.id)} />
        ))}
      </ul>
    </section>
  );
}

interface Listed {
  readonly opened: string;
  readonly ids: readonly string[];
}

const none: readonly ShownValue[] = [];
