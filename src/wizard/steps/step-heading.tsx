import './steps.css';

interface StepHeadingProps {
  readonly title: string;
  readonly lead: string;
  readonly optional?: boolean;
}

/** A step's heading, which takes the focus on arrival, and what the step is about. */
export function StepHeading({ title, lead, optional = false }: StepHeadingProps) {
  return (
    <>
      <div className="step-heading">
        <h1 tabIndex={-1}>{title}</h1>
        {optional && <span className="chip tone-neutral">Optional</span>}
      </div>
      <p className="step-lead">{lead}</p>
    </>
  );
}
