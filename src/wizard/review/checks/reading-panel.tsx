import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { lineOf } from '../../assessed/line-of.ts';
import { ToneIcon } from '../../findings/effect.tsx';
import { linesBefore } from '../../hosted/file-texts.ts';
import type { Present } from '../../present.ts';
import { changeAt } from '../changes/file-diff.ts';
import { goToChange } from '../changes/go-to-change.ts';
import { changedFiles } from '../changes/review-diffs.ts';
import { fileNameOf } from '../file-name-of.ts';
import { goToPart } from '../go-to-part.ts';
import type { CellReading } from './cell-reading.ts';

interface ReadingPanelProps {
  readonly reading: CellReading;
  readonly present: Present;
}

const tones = {
  passes: 'admitted',
  rejected: 'rejected',
  unknown: 'fails',
  unchecked: 'neutral',
} as const;

/** What one cell is about: the check, why, the value as opened and now, and where it is written. */
export function ReadingPanel({ reading, present }: ReadingPanelProps) {
  const { check, level, why, container, opened, now, state, place, isWritten } = reading;
  const { assessment, work } = present;
  const line = lineOf(assessment.trees.values, place) + linesBefore(work, 'values');
  const name = fileNameOf(work, 'values');
  const seeChange = () => {
    const file = changedFiles(work).find(({ document }) => document === 'values');
    const number = file && changeAt(file.diff, line);
    if (number !== undefined) goToChange('values', number);
  };
  return (
    <section className="reading" aria-label="About this check">
      <p className="reading-head">
        <ToneIcon tone={tones[state]} />
        <strong>{check}</strong>
        <span>{level}</span>
      </p>
      <p className="reading-why">{why}</p>
      <dl>
        <Fact name="Container" value={container} />
        {opened !== undefined && <Fact name="Opened" value={opened} />}
        <Fact name="Now" value={now} />
        <Fact name={isWritten ? 'Written' : 'Would be'} value={`${name}, line ${line}`} />
      </dl>
      <div className="reading-tools">
        <Button
          variant="secondary"
          size="sm"
          data-back="reading field"
          onClick={() => goToPart(assessment, 'values', place)}
        >
          Go to the field
        </Button>
        {opened !== undefined && opened !== now && (
          <Button variant="secondary" size="sm" onClick={seeChange}>
            See the change
          </Button>
        )}
      </div>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
