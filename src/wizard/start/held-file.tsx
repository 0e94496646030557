import { useMemo } from 'react';
import type { InstallInFile } from '../../agent/documents/host-file.ts';
import type { InstallNote } from '../../sources/install-notes.ts';
import { hostTitle } from '../../sources/words.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { rangeAt } from '../../yaml/locate.ts';
import { parseTree } from '../../yaml/parse-tree.ts';
import { Segmented } from '../fields/segmented.tsx';
import { ToneIcon } from '../findings/effect.tsx';
import { Words } from '../findings/words.tsx';
import { chooseInstall } from '../hosted/choose-install.ts';
import { fileText } from '../hosted/file-texts.ts';
import { installsOf } from '../hosted/installs.ts';
import type { HostFile, Work } from '../work.ts';
import './held-file.css';

/** Of values that stand in a file among other things: where, which install, and what else counts. */
export function HeldFile({ work }: { readonly work: Work }) {
  const { host, fileName } = work.originals.values;
  const installs = useMemo(() => installsOf(work), [work]);
  const install = host && installs[host.install];
  if (host === undefined || install === undefined) return null;
  const text = fileText(work, 'values');
  const lines = new LineIndex(text);
  const closed = installs.flatMap((one, index) =>
    one.values.ok ? [] : [{ name: installName(one, index), problem: one.values.problem }],
  );
  return (
    <section className="held" aria-label="The file around the values" data-testid="held">
      <p>
        <b translate="no">{fileName}</b> is {hostTitle(install.host)}. {spanWords(install, lines)}{' '}
        Everything else in it stays as it is.
      </p>
      {installs.length > 1 && <InstallChoice installs={installs} host={host} />}
      <ul>
        {install.notes.map((note) => (
          <Note
            key={`${note.code} ${note.message}`}
            note={note}
            line={lineOf(note, install, lines)}
          />
        ))}
        {closed.map(({ name, problem }) => (
          <li key={name}>
            <ToneIcon tone="fails" />
            <span>
              <b>{name} cannot be opened.</b> Line {lines.positionAt(problem.range.offset).line}:{' '}
              {problem.message} <Words text={problem.remedy} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ note, line }: { readonly note: InstallNote; readonly line: number }) {
  const { isOpen, code, message, why, remedy } = note;
  return (
    <li>
      <ToneIcon tone={isOpen || code === 'dropped-null' ? 'fails' : 'advice'} />
      <span>
        <b>{message}</b> Line {line}. <Words text={`${why} ${remedy}`} />
      </span>
    </li>
  );
}

function spanWords({ values }: InstallInFile, lines: LineIndex): string {
  if (!values.ok) return '';
  const { view } = values;
  const first = lines.positionAt(view.toHost({ offset: 0, length: 0 }).offset).line;
  const end = view.toHost({ offset: view.text.trimEnd().length, length: 0 }).offset;
  const last = lines.positionAt(end).line;
  return first === last
    ? `The agent’s values are line ${first} of it.`
    : `The agent’s values are lines ${first} to ${last} of it.`;
}

function lineOf({ place }: InstallNote, { values }: InstallInFile, lines: LineIndex): number {
  if ('range' in place) return lines.positionAt(place.range.offset).line;
  if (!values.ok) return 1;
  const { key, range } = rangeAt(parseTree(values.view.text), place.path);
  return lines.positionAt(values.view.toHost(key ?? range).offset).line;
}

function installName({ name }: InstallInFile, index: number): string {
  return name ?? `Install ${index + 1}`;
}

interface InstallChoiceProps {
  readonly installs: readonly InstallInFile[];
  readonly host: HostFile;
}

/** More than these do not stand side by side. */
const mostInView = 3;

/** Which install is worked on. */
function InstallChoice({ installs, host }: InstallChoiceProps) {
  const choices = installs.flatMap((install, index) =>
    install.values.ok ? [{ value: String(index), label: labelOf(installs, index) }] : [],
  );
  if (choices.length < 2) return null;
  const present = String(host.install);
  const choose = (value: string) => chooseInstall(Number(value));
  return (
    <div className="held-choice">
      <span id="held-choice-label">Install</span>
      {choices.length <= mostInView ? (
        <Segmented
          id="held-choice"
          choices={choices}
          value={present}
          onChange={choose}
          labelledBy="held-choice-label"
        />
      ) : (
        <select
          aria-labelledby="held-choice-label"
          value={present}
          onChange={(event) => choose(event.target.value)}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <span className="held-choice-note">Changes stay in the file; undo begins anew.</span>
    </div>
  );
}

/** Its name, with its number where another one has the same. */
function labelOf(installs: readonly InstallInFile[], index: number): string {
  const install = installs[index];
  if (install === undefined) return '';
  const isAlone = installs.filter(({ name }) => name === install.name).length === 1;
  const name = installName(install, index);
  return isAlone || install.name === undefined ? name : `${name} (${index + 1})`;
}
