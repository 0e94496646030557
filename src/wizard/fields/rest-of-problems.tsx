import type { FieldId } from '../../agent/settings/setting-id.ts';
import { useFieldProblems } from '../assessed/use-field-problems.ts';
import { FindingBlock } from '../findings/finding-block.tsx';
import { setActiveField } from '../store.ts';

interface RestOfProblemsProps {
  readonly field: FieldId;
  /** The parts of it that show their own problems; with a dot at the end, only what is under them. */
  readonly shownBy: readonly string[];
  /** A rule whose problems stand somewhere else on the page. */
  readonly besides?: string;
  readonly pod?: string;
}

/** The problems under a field for which no control of it has a place: none may go unseen. */
export function RestOfProblems({ field, shownBy, besides, ...shown }: RestOfProblemsProps) {
  const problems = useFieldProblems(field).filter((problem) => {
    if (problem.rule === besides) return false;
    const part = problem.field.slice(field.length + 1);
    return !shownBy.some((known) =>
      known.endsWith('.') ? part.startsWith(known) : part === known || part.startsWith(`${known}.`),
    );
  });
  if (problems.length === 0) return null;
  return (
    <div className="rest-of-problems">
      {problems.map((problem) => (
        // An address or a marker may lead to it, as it does to a control.
        <fieldset
          key={problem.id}
          data-problem={problem.field}
          aria-label={problem.message}
          tabIndex={-1}
          onFocus={() => setActiveField(problem.field)}
        >
          <FindingBlock problem={problem} {...shown} />
        </fieldset>
      ))}
    </div>
  );
}
