import type { Assessment } from '../../agent/assess/assessment.ts';
import { changesAfter, type Mode, NEWEST_MINOR } from '../../pss/index.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { FieldNotes } from '../fields/field-notes.tsx';
import { Segmented } from '../fields/segmented.tsx';
import { FieldLabel } from '../fields/settings-row.tsx';
import { textOf } from '../fields/text.ts';
import { TextControl } from '../fields/text-field.tsx';
import { useField } from '../fields/use-field.ts';
import { ModeOutcomeLine } from './mode-outcome.tsx';
import { RelabelWarnings } from './relabel-warnings.tsx';

interface ModeRowProps {
  readonly mode: Mode;
  readonly label: string;
  readonly reason: string;
}

const levels = [
  { value: '', label: 'Not set' },
  { value: 'privileged', label: 'Privileged' },
  { value: 'baseline', label: 'Baseline' },
  { value: 'restricted', label: 'Restricted' },
];

/** One mode of Pod Security admission: its level, and the version of the standard it goes by. */
export function ModeRow({ mode, label, reason }: ModeRowProps) {
  const level = useField(`namespace.${mode}.level`, { title: `change ${label}` });
  const version = useField(`namespace.${mode}.version`, { title: `change ${label} version` });
  return (
    <div className="settings-row" data-field={`namespace.${mode}`}>
      <FieldLabel ids={level.ids} label={label} code={mode} single={false} />
      <p id={level.ids.reason} className="reason">
        {reason}
      </p>
      <div className="mode-line">
        <Segmented
          id={level.ids.control}
          choices={levels}
          value={textOf(level.value)}
          onChange={(value) => level.change(value)}
          labelledBy={level.ids.label}
          describedBy={level.describedBy}
          onFocus={level.focus}
          onBlur={level.blur}
        />
        <div className="mode-version">
          <label htmlFor={version.ids.control} className="mode-version-label">
            Version
          </label>
          <TextControl state={version} label={`${label} version`} placeholder="latest" />
        </div>
      </div>
      <ModeOutcomeLine mode={mode} />
      {mode === 'enforce' && <RelabelWarnings />}
      <FieldNotes {...level} />
      <VersionNote id={version.ids.reason} mode={mode} />
      <FieldNotes {...version} />
    </div>
  );
}

function differences({ policy }: Assessment, mode: Mode) {
  const { level, version } = policy[mode];
  const newer = version !== 'latest' && version > NEWEST_MINOR;
  return {
    level,
    version,
    newer,
    stricter: changesAfter(version, level).filter(({ effect }) => effect === 'stricter'),
    looser: changesAfter(version, level).filter(({ effect }) => effect === 'looser'),
  };
}

/** What the version means: which checks of today it does not make yet. */
function VersionNote({ id, mode }: { readonly id: string; readonly mode: Mode }) {
  const noted = useAssessed((assessment) => differences(assessment, mode), sameData);
  if (!noted) return null;
  const { level, version, newer, stricter, looser } = noted;
  const count = stricter.length + looser.length;
  if (count === 0) {
    return (
      <p id={id} className="reason mode-note">
        {newer
          ? `Newer than v1.${NEWEST_MINOR}, the last version with a change known here. Judged as latest.`
          : version === 'latest'
            ? 'Latest: follows the cluster’s own version.'
            : `Judges ${level} pods as latest does.`}
      </p>
    );
  }
  return (
    <div id={id} className="mode-note">
      {stricter.length > 0 && (
        <>
          <p className="reason">Does not check yet, as latest does:</p>
          <ul className="mode-changes">
            {stricter.map(({ check, since, says }) => (
              <li key={`${check} ${since}`}>
                {says} <span className="fact-source">Since v1.{since}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {looser.length > 0 && (
        <details className="mode-changes-more">
          <summary>
            Still refuses {looser.length} {looser.length === 1 ? 'thing' : 'things'} that latest
            allows
          </summary>
          <ul className="mode-changes">
            {looser.map(({ check, since, says }) => (
              <li key={`${check} ${since}`}>
                {says} <span className="fact-source">Since v1.{since}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
