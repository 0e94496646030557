import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { ToneIcon } from '../findings/effect.tsx';
import { type Taken, takeAnyway, takeLeft, useTaken } from '../incoming/take-files.ts';
import { RefusedFile } from './refused-file.tsx';

/** What became of the files that came in last. One that was opened speaks for itself. */
export function TakenFiles() {
  const taken = useTaken((state) => state.taken);
  const told = taken.length === 1 ? taken.filter(({ became }) => became !== 'opened') : taken;
  if (told.length === 0) return null;
  const plain = told.flatMap((one) => (one.became === 'refused' ? [] : [one]));
  return (
    <div className="taken" data-testid="taken">
      {plain.length > 0 && (
        <ul>
          {plain.map((one) => (
            <TakenFile key={`${one.became} ${one.fileName} ${one.text.length}`} taken={one} />
          ))}
        </ul>
      )}
      {told.map((one) =>
        one.became === 'refused' ? (
          <RefusedFile
            key={one.fileName}
            refusal={one.refusal}
            onOpenAnyway={() => takeAnyway(one)}
          />
        ) : null,
      )}
    </div>
  );
}

function TakenFile({ taken }: { readonly taken: Exclude<Taken, { became: 'refused' }> }) {
  const { became, fileName, words } = taken;
  return (
    <li>
      <ToneIcon tone={became === 'opened' ? 'admitted' : 'fails'} />
      <span>
        <b translate="no">{fileName}</b> {words}
      </span>
      {became === 'left' && (
        <Button variant="link" isInline onClick={() => takeLeft(taken)}>
          Open it instead
        </Button>
      )}
    </li>
  );
}
