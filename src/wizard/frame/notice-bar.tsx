import { dismissWhyNotKept, useKeeping, whyNotKept } from '../drafts/keeping.ts';
import { formatRoute, useRoute } from '../route.ts';
import { wizard } from '../store.ts';
import { useWizard } from '../use-wizard.ts';
import { Bar } from './bar.tsx';

/** What a link brought that had to be adjusted, and why the work is not kept. */
export function NoticeBar() {
  const notices = useWizard((state) => state.notices);
  const notKept = useNotKept();
  if (notices.length === 0 && notKept === undefined) return null;
  return (
    <Bar
      tone="advice"
      testId="notices"
      dismissLabel="Dismiss the notice"
      onDismiss={() => {
        wizard.setState({ notices: [] });
        dismissWhyNotKept();
      }}
    >
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
        {notKept !== undefined && (
          <li>
            {notKept} <a href={formatRoute({ step: 'start' })}>Where your work is kept</a>
          </li>
        )}
      </ul>
    </Bar>
  );
}

/** Said once; on Start it stands beside the choice. */
function useNotKept(): string | undefined {
  const { step } = useRoute();
  const why = useKeeping(({ kept, dismissed }) => {
    const reason = whyNotKept(kept);
    return reason === dismissed ? undefined : reason;
  });
  const hasWork = useWizard((state) => state.work !== undefined);
  return hasWork && step !== 'start' ? why : undefined;
}
