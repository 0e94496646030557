import type { Assessment } from '../../../agent/assess/assessment.ts';
import { formatRoute } from '../../route.ts';
import { stepFacts } from '../../steps-in-order.ts';
import { Section } from '../section.tsx';
import './answers.css';
import { answersOf } from './answers-of.ts';

/** "Check your answers": a table by step, each with its way back. */
export function Answers({ assessment }: { readonly assessment: Assessment }) {
  return (
    <Section id="answers" title="Check your answers">
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
            <a href={formatRoute({ step })} data-back={`answers ${step}`}>
              Change<span className="visually-hidden"> {name.toLowerCase()}</span>
            </a>
          </section>
        );
      })}
    </Section>
  );
}
