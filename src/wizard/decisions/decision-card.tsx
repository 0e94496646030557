import { useId } from 'react';
import type { Decision } from '../../agent/assess/decisions/decision.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { LineLink } from '../fields/line-link.tsx';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { effectWords, messagesOf } from '../findings/finding-words.ts';
import { Words } from '../findings/words.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { DecidedLine } from './decided-line.tsx';
import './decision-card.css';
import { useKept, useResults } from './use-decision.ts';

interface DecisionCardProps {
  readonly problem: Problem;
  readonly decision: Decision;
  /** Whether the message is Kubernetes' own. */
  readonly verbatim: boolean;
}

/** A problem that only a person can decide, with its choices: one press, one step to undo. */
export function DecisionCard({ problem, decision, verbatim }: DecisionCardProps) {
  const kept = useKept(problem.id);
  const results = useResults(problem.id);
  const headingId = useId();
  if (kept) return <DecidedLine decided={kept} />;
  const tone = toneOfEffect(problem.effect);
  return (
    <section
      className={`decision tone-${tone}`}
      aria-labelledby={headingId}
      data-decision={problem.id}
    >
      <div className="decision-head">
        <ToneIcon tone={tone} />
        <div className="decision-about">
          <h4 id={headingId} className="decision-question" tabIndex={-1}>
            {decision.question}
          </h4>
          <span className="visually-hidden">{effectWords[problem.effect]}: </span>
          {messagesOf(problem).map((message) => (
            <p key={message} className={verbatim ? 'decision-says verbatim' : 'decision-says'}>
              {message}
            </p>
          ))}
          {decision.note !== undefined && (
            <p className="decision-note">
              <Words text={decision.note} />
            </p>
          )}
        </div>
        <LineLink document={problem.document} path={problem.path} />
      </div>
      <ul className="decision-choices">
        {decision.choices.map((choice) => (
          <ChoiceRow
            key={choice.id}
            problem={problem}
            choice={choice}
            result={results?.get(choice.id)}
            isPossible={results === undefined || results.has(choice.id)}
          />
        ))}
      </ul>
    </section>
  );
}
