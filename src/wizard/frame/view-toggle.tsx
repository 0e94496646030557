import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import FormIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-settings-icon';
import { effects } from '../../agent/rules/finding.ts';
import { ToneIcon, toneOfEffect } from '../findings/effect.tsx';
import { effectCount } from '../findings/state-words.ts';
import { type MainView, showFiles, showForm } from '../main-view.ts';
import { usePresent } from '../use-present.ts';

interface ViewProps {
  readonly view: MainView;
}

const views = [
  { id: 'form', name: 'Form', Icon: FormIcon, show: showForm },
  { id: 'files', name: 'Files', Icon: FileIcon, show: showFiles },
] as const;

/** Where the preview has no column of its own: form or files, with the problems counted. */
export function ViewToggle({ view }: ViewProps) {
  return (
    <div className="view-toggle">
      <Views view={view} />
      <ProblemCounts />
    </div>
  );
}

/** The same choice at the bottom of a phone's screen. */
export function BottomTabs({ view }: ViewProps) {
  return (
    <div className="bottom-tabs">
      <Views view={view} />
    </div>
  );
}

function Views({ view }: ViewProps) {
  return views.map(({ id, name, Icon, show }) => (
    <button
      key={id}
      type="button"
      className="view-button"
      aria-pressed={view === id}
      onClick={show}
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
  const counts = effects.map((effect) => ({
    effect,
    count: problems.filter((problem) => problem.effect === effect).length,
  }));
  return (
    <p className="view-counts">
      {counts.map(
        ({ effect, count }) =>
          count > 0 && (
            <span key={effect}>
              <ToneIcon tone={toneOfEffect(effect)} size={12} />
              <span>{effectCount(effect, count)}</span>
            </span>
          ),
      )}
    </p>
  );
}
