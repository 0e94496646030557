import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-close-icon';
import { dismissWhyNotKept, useKeeping, whyNotKept } from '../drafts/keeping.ts';
import { ToneIcon } from '../findings/effect.tsx';
import { formatRoute, useRoute } from '../route.ts';
import { useWizard } from '../store.ts';

/** What a link brought that had to be adjusted, and why the work is not kept. */
export function NoticeBar() {
  const notices = useWizard((state) => state.notices);
  const notKept = useNotKept();
  if (notices.length === 0 && notKept === undefined) return null;
  return (
    <div className="notice-bar tone-advice" role="status" data-testid="notices">
      <ToneIcon tone="advice" />
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
      <Button
        variant="plain"
        size="sm"
        icon={<CloseIcon />}
        aria-label="Dismiss the notice"
        onClick={() => {
          useWizard.setState({ notices: [] });
          dismissWhyNotKept();
        }}
      />
    </div>
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
