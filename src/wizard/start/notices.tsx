import { ToneIcon } from '../findings/effect.tsx';

/** What a link or a draft brought that had to be adjusted. */
export function Notices({ notices }: { readonly notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <div className="finding tone-advice" role="status" data-testid="notices">
      <ToneIcon tone="advice" />
      <ul className="finding-body">
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </div>
  );
}
