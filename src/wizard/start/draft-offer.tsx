import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-history-icon';
import { useState } from 'react';
import { changedLines } from '../../yaml/text-diff.ts';
import { restoreWork } from '../actions.ts';
import { navigate, stepIds } from '../route.ts';
import { discardDraft, offeredDraft } from '../session.ts';
import { stepFacts } from '../steps-in-order.ts';
import { announce } from '../store.ts';
import { timeAgo } from './time-ago.ts';

/** "Continue where you left off": the latest work of this browser, with a way to discard it. */
export function DraftOffer() {
  const [draft, setDraft] = useState(offeredDraft);
  if (!draft) return null;
  const { documents, originals } = draft.work;
  const { count } = changedLines(originals.values.text, documents.values);
  const step = stepIds.find((id) => id === draft.step) ?? 'start';
  const { name } = stepFacts(step);
  return (
    <li className="bring-row">
      <HistoryIcon aria-hidden="true" />
      <div>
        <h2>Continue where you left off</h2>
        <p>
          <code>{originals.values.fileName}</code>, {timeAgo(draft.time, new Date())}. {name},{' '}
          {count} {count === 1 ? 'line' : 'lines'} changed.
        </p>
      </div>
      <Button
        variant="link"
        onClick={() => {
          discardDraft();
          setDraft(undefined);
          announce('Draft discarded.');
        }}
      >
        Discard
      </Button>
      <Button
        variant="secondary"
        onClick={() => {
          restoreWork(draft.work, 'continue the draft');
          navigate({ step });
        }}
      >
        Continue
      </Button>
    </li>
  );
}
