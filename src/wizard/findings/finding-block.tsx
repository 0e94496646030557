import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { memo, type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../agent/rules/finding.ts';
import type { FieldId } from '../../agent/settings/setting-id.ts';
import { CHECKS } from '../../pss/registry.ts';
import { fixProblem } from '../actions.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { DecisionCard } from '../decisions/decision-card.tsx';
import { useDecision } from '../decisions/use-decision.ts';
import { useWizard } from '../use-wizard.ts';
import { ToneIcon, toneOfEffect } from './effect.tsx';
import { effectWords, elsewhere, messagesOf } from './finding-words.ts';
import './finding-block.css';
import { keepFocus } from './keep-focus.ts';
import { RefusalNote } from './refusal-note.tsx';

interface FindingBlocksProps {
  readonly field: FieldId;
  /** The pod in whose card they stand, which need not be named again. */
  readonly pod?: string;
}

/** The problems at a field or under it, each with its fix. */
export function FindingBlocks({ field, pod }: FindingBlocksProps) {
  const problems = useFieldProblems(field);
  return <FindingList problems={problems} {...(pod === undefined ? {} : { pod })} />;
}

interface FindingListProps {
  readonly problems: readonly Problem[];
  readonly pod?: string;
  /** In the place of each fix's own words. */
  readonly fixLabel?: string;
}

export function FindingList({ problems, ...shown }: FindingListProps) {
  return problems.map((problem) => <FindingBlock key={problem.id} problem={problem} {...shown} />);
}

interface FindingBlockProps {
  readonly problem: Problem;
  readonly pod?: string;
  readonly fixLabel?: string;
}

const kubernetesRules: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));

/** One problem under its control: what is wrong, why it matters, where else, and the fix. */
export const FindingBlock = memo(function FindingBlock({
  problem,
  pod,
  fixLabel,
}: FindingBlockProps) {
  const { effect, rule, why, fix, help } = problem;
  const decision = useDecision(problem.id);
  const verbatim = kubernetesRules.has(rule);
  if (decision) return <DecisionCard problem={problem} decision={decision} verbatim={verbatim} />;
  return (
    <FindingFrame
      tone={toneOfEffect(effect)}
      word={effectWords[effect]}
      messages={messagesOf(problem)}
      verbatim={verbatim}
      why={why}
      where={elsewhere(problem, pod)}
      action={fix && <FixButton id={problem.id} label={fixLabel ?? fix.title} />}
      {...(help === undefined ? {} : { help })}
    />
  );
});

interface FindingFrameProps {
  readonly tone: ReturnType<typeof toneOfEffect>;
  /** The effect in a word, for those who do not see the icon. */
  readonly word: string;
  readonly messages: readonly string[];
  /** Whether the messages are Kubernetes' own words. */
  readonly verbatim?: boolean;
  readonly why?: string;
  readonly help?: string;
  readonly where?: ReactNode;
  readonly action?: ReactNode;
}

/** How a problem looks, whatever it is about. */
export function FindingFrame({
  tone,
  word,
  messages,
  verbatim = false,
  why,
  help,
  where,
  action,
}: FindingFrameProps) {
  return (
    <div className={`finding tone-${tone}`}>
      <ToneIcon tone={tone} />
      <div className="finding-body">
        <span className="visually-hidden">{word}: </span>
        {messages.map((message) => (
          <p key={message} className={verbatim ? 'finding-message verbatim' : 'finding-message'}>
            {message}
          </p>
        ))}
        {why !== undefined && (
          <p className="finding-why">
            {why}
            {help !== undefined && (
              <>
                {' '}
                <a href={help} target="_blank" rel="noreferrer">
                  Read more<span className="visually-hidden"> (opens a new tab)</span>
                </a>
              </>
            )}
          </p>
        )}
        {(where || action) && (
          <div className="finding-line">
            <span className="finding-where">{where}</span>
            {action}
          </div>
        )}
      </div>
    </div>
  );
}

interface FixButtonProps {
  readonly id: string;
  readonly label: string;
}

/** Applies a problem's fix; says why if the text is in the way. */
function FixButton({ id, label }: FixButtonProps) {
  const refused = useWizard((state) => state.refused);
  const [pressed, setPressed] = useState(false);
  const noteId = useId();
  const isRefused = pressed && refused.length > 0;
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        className="finding-fix"
        {...(isRefused ? { 'aria-describedby': noteId } : {})}
        onClick={({ currentTarget }) => {
          keepFocus(currentTarget);
          fixProblem(id);
          setPressed(true);
        }}
      >
        {label}
      </Button>
      {isRefused && <RefusalNote id={noteId} refusals={refused} />}
    </>
  );
}
