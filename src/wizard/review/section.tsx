import type { ReactNode } from 'react';

interface SectionProps {
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
  readonly says?: ReactNode;
  readonly tools?: ReactNode;
  readonly field?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of Review: its heading with a word beside it, its tools, and a hairline. */
export function Section({ id, title, says, tools, field, className, children }: SectionProps) {
  return (
    <section aria-labelledby={id} data-field={field} className={className}>
      <div className="part-head">
        <h2 id={id}>{title}</h2>
        {says && <p>{says}</p>}
        {tools && <div className="part-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
