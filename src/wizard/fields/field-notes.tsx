import { FindingList } from '../findings/finding-block.tsx';
import { RefusalNote } from '../findings/refusal-note.tsx';
import type { FieldState } from './use-field.ts';

/** What is wrong with a field, under its control: its message, then its problems. */
export function FieldNotes({ ids, error, problems, refusals }: FieldState) {
  return (
    <>
      <FieldError id={ids.error} message={error} />
      {(problems.length > 0 || refusals.length > 0) && (
        <div id={ids.problems}>
          <RefusalNote refusals={refusals} />
          <FindingList problems={problems} />
        </div>
      )}
    </>
  );
}

interface FieldErrorProps {
  readonly id: string;
  readonly message: string | undefined;
}

export function FieldError({ id, message }: FieldErrorProps) {
  if (message === undefined) return null;
  return (
    <p id={id} className="field-error">
      {message}
    </p>
  );
}
