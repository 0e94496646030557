import type { Decided } from '../../agent/assess/decisions/answers.ts';
import { isUnder } from '../field-id.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { useWizard } from '../use-wizard.ts';
import { canDecideAgain, decideAgain } from './decide.ts';
import './decision-card.css';
import { focusDecisionSoon } from './go-to-decision.ts';

/** What was decided, in one line, and the way back to the question. */
export function DecidedLine({ decided }: { readonly decided: Decided }) {
  const { problem, title, keeps } = decided;
  const canChange = useWizard((state) => canDecideAgain(state, problem));
  return (
    <p className="decided">
      <ToneIcon tone={keeps ? 'neutral' : 'admitted'} size={14} />
      <span>You decided: {title.charAt(0).toLowerCase() + title.slice(1)}.</span>
      {canChange && (
        <button
          type="button"
          className="text-button"
          aria-label={`Change: ${title}`}
          onClick={() => {
            if (decideAgain(problem)) focusDecisionSoon(problem);
          }}
        >
          Change
        </button>
      )}
    </p>
  );
}

interface DecidedLinesProps {
  /** The field under which they were asked. */
  readonly field: string;
}

const none: readonly Decided[] = [];

/** What was decided under a field and is written in the text, so that no problem is left to say so. */
export function DecidedLines({ field }: DecidedLinesProps) {
  const decided = useWizard(({ settled }) => settled?.answers?.decided ?? none);
  return decided
    .filter((one) => !one.keeps && isUnder(one.field, field))
    .map((one) => <DecidedLine key={one.problem} decided={one} />);
}
