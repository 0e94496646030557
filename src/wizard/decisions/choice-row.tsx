import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { useId, useRef, useState } from 'react';
import type { ChoiceResult } from '../../agent/assess/decisions/choice-result.ts';
import type { Choice, Wanted } from '../../agent/assess/decisions/decision.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { type Tone, ToneIcon } from '../findings/effect.tsx';
import { decide } from './decide.ts';
import { goOnDeciding } from './go-to-decision.ts';

interface ChoiceRowProps {
  readonly problem: Problem;
  readonly choice: Choice;
  /** What becomes of the pod; not known for a moment. */
  readonly result: ChoiceResult | undefined;
  /** Whether the text allows it: some anchors do not. */
  readonly isPossible: boolean;
}

/** One choice: what it is, what becomes of the pod, what comes of it, and the act. */
export function ChoiceRow({ problem, choice, result, isPossible }: ChoiceRowProps) {
  const [text, setText] = useState('');
  const [message, setMessage] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { title, consequence, label, usual, wants } = choice;

  const choose = () => {
    const outcome = decide(problem.id, choice.id, text.trim());
    setMessage(outcome.done ? undefined : outcome.message);
    if (!outcome.done) input.current?.focus();
    else if (choice.opens === undefined) goOnDeciding(problem);
  };

  return (
    <li className="choice">
      <div className="choice-words">
        <p className="choice-title">
          <span id={`${id}-title`}>{title}</span>
          {usual && <span className="choice-usual">usual</span>}
          {result && (
            <span className={`choice-result tone-${toneOf(result)}`}>
              <ToneIcon tone={toneOf(result)} size={12} /> {result.words}
            </span>
          )}
        </p>
        <p id={`${id}-consequence`} className="choice-consequence">
          {consequence}
        </p>
        {wants && (
          <WantedField
            id={id}
            wants={wants}
            text={text}
            message={message}
            input={input}
            onChange={(next) => {
              setText(next);
              setMessage(undefined);
            }}
            onEnter={choose}
          />
        )}
        {!wants && message !== undefined && (
          <p className="field-error" role="alert">
            {message}
          </p>
        )}
        {!isPossible && (
          <p className="choice-consequence">
            An anchor is in the way: the same lines serve other places, too. Change them by hand.
          </p>
        )}
      </div>
      {isPossible && (
        <Button
          variant="secondary"
          size="sm"
          className="choice-act"
          aria-describedby={`${id}-title ${id}-consequence`}
          onClick={choose}
        >
          {label}
        </Button>
      )}
    </li>
  );
}

function toneOf({ verdict, isSolved }: ChoiceResult): Tone {
  switch (verdict) {
    case 'admitted':
      return 'admitted';
    case 'none':
      return 'neutral';
    case 'rejected':
      return isSolved ? 'fails' : 'rejected';
    default:
      return 'fails';
  }
}

interface WantedFieldProps {
  readonly id: string;
  readonly wants: Wanted;
  readonly text: string;
  readonly message: string | undefined;
  readonly input: React.Ref<HTMLInputElement>;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}

/** What a choice has to be given: its example shows the form, and is never taken for an answer. */
function WantedField(props: WantedFieldProps) {
  const { id, wants, text, message, input, onChange, onEnter } = props;
  return (
    <div className="choice-wants">
      <label htmlFor={`${id}-wants`}>{wants.label}</label>
      <TextInput
        id={`${id}-wants`}
        ref={input}
        className="mono-input"
        value={text}
        placeholder={wants.example}
        validated={message === undefined ? 'default' : 'error'}
        aria-describedby={message === undefined ? `${id}-title` : `${id}-title ${id}-error`}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, next) => onChange(next)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The form around it would go to the next step.
          event.preventDefault();
          onEnter();
        }}
      />
      {message !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
