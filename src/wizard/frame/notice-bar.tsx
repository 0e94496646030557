import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-close-icon';
import { ToneIcon } from '../findings/effect.tsx';
import { useWizard } from '../store.ts';

/** What a link or a draft brought that had to be adjusted, and what the browser may not keep. */
export function NoticeBar() {
  const notices = useWizard((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className="notice-bar tone-advice" role="status" data-testid="notices">
      <ToneIcon tone="advice" />
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <Button
        variant="plain"
        size="sm"
        icon={<CloseIcon />}
        aria-label="Dismiss the notice"
        onClick={() => useWizard.setState({ notices: [] })}
      />
    </div>
  );
}
