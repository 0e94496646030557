import { focusField } from '../field-id.ts';
import { formatRoute } from '../route.ts';
import type { FieldMessage } from './errors.ts';
import { useStepForm } from './step-form-context.ts';

interface ErrorSummaryProps {
  readonly messages: readonly FieldMessage[];
}

/** What keeps the step from being left: takes the focus when it appears; each item leads to its field. */
export function ErrorSummary({ messages }: ErrorSummaryProps) {
  const { step } = useStepForm();
  if (messages.length === 0) return null;
  return (
    <section
      ref={takeFocus}
      className="error-summary"
      tabIndex={-1}
      aria-labelledby="summary-title"
    >
      <h2 id="summary-title">
        {messages.length === 1 ? 'One field needs' : `${messages.length} fields need`} another look
      </h2>
      <ul>
        {messages.map(({ field, message }) => (
          <li key={field}>
            <a href={formatRoute({ step, field })} onClick={() => focusField(field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
}
