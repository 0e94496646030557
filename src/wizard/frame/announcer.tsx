import { useWizard } from '../use-wizard.ts';

/** Tells screen readers what an action did. On the page the change itself is the answer. */
export function Announcer() {
  const announcement = useWizard((state) => state.announcement);
  return (
    <div aria-live="polite" className="visually-hidden" data-testid="announcer">
      {announcement?.text}
    </div>
  );
}
