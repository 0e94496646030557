import { useWizard } from '../store.ts';
import { Bar } from './bar.tsx';

/** What a link or a draft brought that had to be adjusted, and what the browser may not keep. */
export function NoticeBar() {
  const notices = useWizard((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <Bar
      tone="advice"
      testId="notices"
      dismissLabel="Dismiss the notice"
      onDismiss={() => useWizard.setState({ notices: [] })}
    >
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </Bar>
  );
}
