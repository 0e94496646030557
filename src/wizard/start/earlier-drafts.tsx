import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-history-icon';
import { useLayoutEffect, useRef } from 'react';
import {
  followDrafts,
  type ListedDraft,
  type Place,
  removeDraft,
  useDrafts,
} from '../drafts/draft-list.ts';
import { workName } from '../drafts/own-work.ts';
import { continueDraft } from '../drafts/park.ts';
import { navigate, stepIds } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';
import { announce } from '../store.ts';
import { timeAgo } from './time-ago.ts';

const places: Readonly<Record<Place, string>> = {
  browser: 'Kept in this browser until you delete it.',
  tab: 'Kept until this tab is closed.',
  page: 'Not stored: lost when this tab is closed or reloaded.',
};

/** What somebody worked on before, each with what is left to do, a way back to it and an end. */
export function EarlierDrafts() {
  const list = useDrafts((state) => state.list);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(followDrafts, []);
  if (list.length === 0) return null;
  return (
    <section className="drafts">
      <h2 ref={heading} tabIndex={-1}>
        Earlier drafts
      </h2>
      <ul className="bring-rows">
        {list.map((listed) => (
          <DraftRow
            key={`${listed.place} ${listed.draft.id}`}
            listed={listed}
            onDelete={() => {
              // The button goes with its row; the focus must not be lost with it.
              const rest = list.length > 1 ? heading.current : document.querySelector('main h1');
              removeDraft(listed);
              if (rest instanceof HTMLElement) rest.focus();
              announce(`Deleted the draft of ${workName(listed.draft.work)}.`);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function leftWords({ left }: ListedDraft['draft']): string {
  if (left === undefined) return 'cannot be read as it is';
  if (left === 0) return 'nothing left to do';
  return `${left} ${left === 1 ? 'problem' : 'problems'} left`;
}

interface DraftRowProps {
  readonly listed: ListedDraft;
  readonly onDelete: () => void;
}

function DraftRow({ listed, onDelete }: DraftRowProps) {
  const { draft, place } = listed;
  const step = stepIds.find((id) => id === draft.step) ?? 'start';
  const name = workName(listed.draft.work);
  return (
    <li className="bring-row" data-testid="draft">
      <HistoryIcon aria-hidden="true" />
      <div>
        <h3>{capitalised(name)}</h3>
        <p>
          {capitalised(timeAgo(draft.time, new Date()))}, at {stepFacts(step).name}:{' '}
          {leftWords(draft)}. {places[place]}
        </p>
      </div>
      <Button variant="link" aria-label={`Delete the draft of ${name}`} onClick={onDelete}>
        Delete
      </Button>
      <Button
        variant="secondary"
        aria-label={`Continue ${name}`}
        onClick={() => {
          continueDraft(listed);
          navigate({ step });
        }}
      >
        Continue
      </Button>
    </li>
  );
}

/** With a capital, unless it is the name of a file. */
function capitalised(words: string): string {
  return words.includes('.yaml') ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
