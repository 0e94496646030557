import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { fixable } from '../../agent/assess/assess.ts';
import { noAnswers, undecided } from '../../agent/assess/decisions/answers.ts';
import { decisionOf } from '../../agent/assess/decisions/decision-of.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { useWizard } from '../use-wizard.ts';
import './decision-card.css';
import { goToDecision } from './go-to-decision.ts';

/** What is left for a person to decide, each with the way to it. Start and Review show the same. */
export function LeftToDecide({ level = 'h2' }: { readonly level?: 'h2' | 'h3' }) {
  const Heading = level;
  const assessment = useAssessed((one) => one);
  const answers = useWizard(({ settled }) => settled?.answers) ?? noAnswers;
  const problems = assessment ? undecided(assessment, answers) : [];
  if (!assessment || problems.length === 0) return null;
  // With nothing to repair any more, this is what comes next.
  const isNext = fixable(assessment).length === 0;
  return (
    <section className="undecided" aria-label="For you to decide">
      <Heading>For you to decide</Heading>
      <ul>
        {problems.map((problem, index) => {
          const decision = decisionOf(assessment, problem);
          const tone = toneOfEffect(problem.effect);
          return (
            <li key={problem.id} className={`undecided-row tone-${tone}`}>
              <ToneIcon tone={tone} />
              <div>
                <p>{decision?.question ?? problem.message}</p>
                <p className="undecided-facts">{factsOf(problem, decision?.choices.length)}</p>
              </div>
              <Button
                variant={index === 0 && isNext ? 'primary' : 'secondary'}
                size="sm"
                aria-label={`${decision ? 'Decide' : 'Look'}: ${decision?.question ?? problem.message}`}
                onClick={() => goToDecision(problem)}
              >
                {decision ? 'Decide' : 'Look'}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function factsOf({ pods, why }: Problem, choices: number | undefined): string {
  const [first] = pods;
  const where = pods.length > 1 ? `${pods.length} pods` : (first ?? 'The file');
  return choices === undefined ? `${where}. ${why}` : `${where}. ${choices} choices.`;
}
