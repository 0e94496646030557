import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Radio } from '@patternfly/react-core/dist/esm/components/Radio';
import type { Keeping } from '../../share/draft.ts';
import { chooseKeeping } from '../drafts/keep-work.ts';
import { useKeeping, whyNotKept } from '../drafts/keeping.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { announce } from '../store.ts';

interface Choice {
  readonly where: Keeping;
  readonly label: string;
  readonly description: string;
  readonly done: string;
}

const choices: readonly Choice[] = [
  {
    where: 'tab',
    label: 'In this tab, until it is closed',
    description: 'A reload brings it back.',
    done: 'Kept in this tab.',
  },
  {
    where: 'browser',
    label: 'In this browser, until you delete it',
    description:
      'The whole file, with whatever credentials it holds. Whoever uses this browser can open it.',
    done: 'Kept in this browser.',
  },
  {
    where: 'nowhere',
    label: 'Nowhere',
    description: 'It is gone when the tab is closed or reloaded.',
    done: 'Kept nowhere.',
  },
];

/** Asks where the work on the file is to be kept, and says where it is now and why. */
export function KeepChoice() {
  const kept = useKeeping((state) => state.kept);
  const chosen = useKeeping((state) => state.chosen);
  const why = whyNotKept(kept);
  return (
    <section className="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">Where your work is kept</h2>
      {why !== undefined && (
        <div className="finding tone-fails" role="status" data-testid="not-kept">
          <ToneIcon tone="fails" />
          <div className="finding-body">
            <p>{why}</p>
            {kept.credential && (
              <p className="finding-why">
                Nothing was stored. Choose below if it may be, with the credential in it.
              </p>
            )}
          </div>
        </div>
      )}
      <div className="keep-choices" role="radiogroup" aria-labelledby="keep-title">
        {choices.map(({ where, label, description, done }) => (
          <Radio
            key={where}
            id={`keep-${where}`}
            name="keep"
            label={label}
            description={description}
            isChecked={(chosen ?? kept.where) === where}
            onChange={() => {
              chooseKeeping(where);
              announce(done);
            }}
          />
        ))}
      </div>
      {kept.where === 'browser' && (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => {
            chooseKeeping('tab');
            announce('Deleted from this browser. It is kept in this tab.');
          }}
        >
          Delete from this browser
        </Button>
      )}
    </section>
  );
}
