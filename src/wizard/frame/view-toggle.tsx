import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import FormIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-settings-icon';
import type { View } from '../app.tsx';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { usePresent } from '../use-present.ts';

interface ViewProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

const views = [
  { id: 'form', name: 'Form', Icon: FormIcon },
  { id: 'files', name: 'Files', Icon: FileIcon },
] as const;

/** Where the preview has no column of its own: form or files, with the problems counted. */
export function ViewToggle({ view, onChange }: ViewProps) {
  return (
    <div className="view-toggle">
      <Views view={view} onChange={onChange} />
      <ProblemCounts />
    </div>
  );
}

/** The same choice at the bottom of a phone's screen. */
export function BottomTabs({ view, onChange }: ViewProps) {
  return (
    <div className="bottom-tabs">
      <Views view={view} onChange={onChange} />
    </div>
  );
}

function Views({ view, onChange }: ViewProps) {
  return views.map(({ id, name, Icon }) => (
    <button
      key={id}
      type="button"
      className="view-button"
      aria-pressed={view === id}
      onClick={() => onChange(id)}
    >
      <Icon aria-hidden="true" />
      {name}
    </button>
  ));
}

function ProblemCounts() {
  const present = usePresent();
  if (!present) return null;
  const { problems } = present.assessment;
  const counts = (['rejected', 'fails', 'advice'] as const).map((effect) => ({
    effect,
    count: problems.filter((problem) => toneOfEffect(problem.effect) === effect).length,
  }));
  const words = { rejected: 'rejected', fails: 'fail', advice: 'advice' };
  return (
    <p className="view-counts">
      {counts.map(
        ({ effect, count }) =>
          count > 0 && (
            <span key={effect}>
              <ToneIcon tone={effect} size={12} /> {count} {words[effect]}
            </span>
          ),
      )}
    </p>
  );
}
