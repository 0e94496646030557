import { modeOutcome } from '../../agent/judge/mode-outcome.ts';
import type { Mode } from '../../pss/index.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { formatRoute } from '../route.ts';
import { modeSentence } from './mode-sentence.ts';

/** What a mode does to the pods of the files as they are, with the way to each pod's words. */
export function ModeOutcomeLine({ mode }: { readonly mode: Mode }) {
  const sentence = useAssessed(
    (assessment) => modeSentence(mode, modeOutcome(assessment, mode)),
    sameData,
  );
  if (!sentence) return null;
  const { tone, says, remark } = sentence;
  return (
    <div className="mode-outcome" data-testid={`outcome-${mode}`}>
      <ToneIcon tone={tone} size={14} />
      <p>
        <strong>{says}</strong>
        {remark !== undefined && (
          <>
            {' '}
            {remark}{' '}
            <a href={formatRoute({ step: 'review', field: 'review.says' })}>
              See each pod<span className="visually-hidden">, as {mode} judges it</span>
            </a>
          </>
        )}
      </p>
    </div>
  );
}
