import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useId, useMemo } from 'react';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import { useMedia } from '../../frame/use-media.ts';
import type { Present } from '../../present.ts';
import { Choice, MomentChoice } from '../moment-choice.tsx';
import { setReviewView, useReviewView } from '../review-view.ts';
import { Section } from '../section.tsx';
import { usePrinting } from '../use-printing.ts';
import { equalPods, inView, pictureLimit } from './equal-pods.ts';
import { Legend } from './legend.tsx';
import { podColumns } from './pod-columns.ts';
import { PodDrawing } from './pod-drawing.tsx';
import { podPictures } from './pod-picture.ts';
import './pods.css';

interface PodsProps {
  readonly present: Present;
  readonly imported: Assessment | undefined;
}

/** Every pod as a picture: who runs as whom, and which paths can be written. */
export function Pods({ present: { assessment }, imported }: PodsProps) {
  const moment = useReviewView((view) => view.pods);
  const as = useReviewView((view) => view.podsAs);
  const all = useReviewView((view) => view.allPods);
  const name = useReviewView((view) => view.podName);
  const printing = usePrinting();
  const columns = useColumns();
  const isOpened = moment === 'opened' && imported !== undefined;
  const drawn = isOpened ? imported : assessment;
  const groups = useMemo(
    () => equalPods(isOpened ? podPictures(drawn) : podPictures(drawn, imported)),
    [isOpened, drawn, imported],
  );
  const { shown, hidden } = inView(groups, { name: printing ? '' : name, all: all || printing });
  return (
    <Section
      id="pods"
      title="Pods"
      says="As the chart makes them. A part leads to its field."
      tools={
        <>
          {imported && (
            <MomentChoice
              of="Pods"
              value={moment}
              onChange={(chosen) => setReviewView({ pods: chosen })}
            />
          )}
          <Choice
            name="How pods are shown"
            choices={[
              { value: 'picture', label: 'Picture' },
              { value: 'list', label: 'List' },
            ]}
            value={as}
            onChange={(chosen) => setReviewView({ podsAs: chosen })}
          />
        </>
      }
    >
      {as === 'picture' && <Legend isCompared={imported !== undefined && !isOpened} />}
      {groups.length > pictureLimit && <NameFilter value={name} found={shown.length} />}
      <div className={`drawn-columns has-${columns}`}>
        {podColumns(shown, columns).map((column) => (
          <div key={column[0]?.shown.id} className="drawn-column">
            {column.map((group) => (
              <PodDrawing key={group.shown.id} group={group} as={as} assessment={assessment} />
            ))}
          </div>
        ))}
      </div>
      {hidden > 0 && (
        <Button
          variant="secondary"
          className="drawn-more"
          onClick={() => setReviewView({ allPods: true })}
        >
          Show {hidden} more
        </Button>
      )}
    </Section>
  );
}

function useColumns(): 1 | 2 | 3 {
  const three = useMedia('(min-width: 1280px)');
  const two = useMedia('(min-width: 860px)');
  return three ? 3 : two ? 2 : 1;
}

function NameFilter({ value, found }: { readonly value: string; readonly found: number }) {
  const id = useId();
  return (
    <div className="drawn-filter">
      <label htmlFor={id}>Pods by name</label>
      <input
        id={id}
        type="search"
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setReviewView({ podName: event.target.value })}
      />
      <span role="status">
        {found} {found === 1 ? 'picture' : 'pictures'}
      </span>
    </div>
  );
}
