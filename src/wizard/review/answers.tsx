import type { Assessment } from '../../agent/assess/assessment.ts';
import { formatRoute } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';
import { answersOf } from './answers-of.ts';

/** "Check your answers": a table by step, each with its way back. */
export function Answers({ assessment }: { readonly assessment: Assessment }) {
  return (
    <section aria-labelledby="answers">
      <div className="section-head">
        <h2 id="answers">Your answers</h2>
      </div>
      {answersOf(assessment.settings).map(({ step, answers }) => {
        const { name } = stepFacts(step);
        return (
          <section key={step} className="answers">
            <h3>{name}</h3>
            <dl>
              {answers.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <a href={formatRoute({ step })}>
              Change<span className="visually-hidden"> {name.toLowerCase()}</span>
            </a>
          </section>
        );
      })}
    </section>
  );
}
