import { useFieldOfRoute } from '../fields/use-field-of-route.ts';
import { usePresent } from '../use-present.ts';
import { Answers } from './answers.tsx';
import { CheckMatrix } from './check-matrix.tsx';
import { Outputs } from './outputs.tsx';
import './review.css';
import { WhatKubernetesSays } from './what-kubernetes-says.tsx';

/** Review: the answers, the proof, and everything to take away. */
export default function ReviewPage() {
  const present = usePresent();
  useFieldOfRoute('review');
  if (!present) return null;
  return (
    <div className="review">
      <div className="review-main">
        <h1 tabIndex={-1}>Review</h1>
        <p className="step-lead">Check the answers, then download both files and install.</p>
        <Answers assessment={present.assessment} />
        <CheckMatrix present={present} />
        <WhatKubernetesSays present={present} />
      </div>
      <Outputs present={present} />
    </div>
  );
}
