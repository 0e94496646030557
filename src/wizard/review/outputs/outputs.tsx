import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { type KeyboardEvent, useId } from 'react';
import { downloadArchive } from '../../files/download.ts';
import { narrow, useMedia } from '../../frame/use-media.ts';
import { isOfferable, type LeftHead } from '../left/what-is-left.ts';
import { setReviewView, useReviewView } from '../review-view.ts';
import { Section } from '../section.tsx';
import { usePrinting } from '../use-printing.ts';
import { OutputIcon } from './output-icon.tsx';
import { OutputPanel } from './output-panel.tsx';
import './outputs.css';
import { inGroups, type ReviewOutput, type ReviewOutputs } from './review-output.ts';

interface OutputsProps {
  readonly outputs: ReviewOutputs;
  readonly head: LeftHead;
}

const tabId = (id: string) => `output-tab-${id}`;
const panelId = 'output-panel';

/** Each output with its preview: tabs at the left, or a list to choose from where it is narrow. */
export function Outputs({ outputs: { list, archive }, head }: OutputsProps) {
  const asked = useReviewView((view) => view.output);
  const isNarrow = useMedia(narrow);
  const printing = usePrinting();
  const shown = list.find(({ id }) => id === asked) ?? list[0];
  if (shown === undefined) return null;
  const offered = isOfferable(head);
  return (
    <Section
      id="outputs"
      title="Outputs"
      says="The same settings, in the form that your platform wants"
      tools={
        <Button
          variant="secondary"
          size="sm"
          icon={<DownloadIcon />}
          onClick={() => downloadArchive(archive.name, archive.bytes)}
        >
          {offered ? 'Download all as zip' : 'Download all as it is'}
        </Button>
      }
    >
      <div className="outputs">
        {isNarrow ? (
          <OutputChoice list={list} shown={shown} />
        ) : (
          <OutputTabs list={list} shown={shown} />
        )}
        <div
          id={panelId}
          className="outputs-panel"
          {...(isNarrow
            ? { role: 'region', 'aria-label': shown.title }
            : { role: 'tabpanel', 'aria-labelledby': tabId(shown.id) })}
        >
          {(printing ? list : [shown]).map((output) => (
            <OutputPanel key={output.id} output={output} head={head} />
          ))}
        </div>
      </div>
    </Section>
  );
}

interface ListProps {
  readonly list: readonly ReviewOutput[];
  readonly shown: ReviewOutput;
}

const moves: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowDown: (from, count) => (from + 1) % count,
  ArrowUp: (from, count) => (from + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function OutputTabs({ list, shown }: ListProps) {
  const move = (event: KeyboardEvent) => {
    const to = moves[event.key]?.(list.indexOf(shown), list.length);
    const next = to === undefined ? undefined : list[to];
    if (next === undefined) return;
    event.preventDefault();
    setReviewView({ output: next.id });
    document.getElementById(tabId(next.id))?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label="Outputs"
      aria-orientation="vertical"
      className="outputs-tabs"
      onKeyDown={move}
    >
      {inGroups(list).map(({ group, outputs }) => (
        <div key={group} role="presentation" className="outputs-group">
          <span aria-hidden="true">{group}</span>
          {outputs.map(({ id, title, kind }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={tabId(id)}
              className="output-tab"
              aria-selected={id === shown.id}
              aria-controls={panelId}
              tabIndex={id === shown.id ? 0 : -1}
              onClick={() => setReviewView({ output: id })}
            >
              <OutputIcon id={id} />
              <span className="output-title">{title}</span>
              <span className="output-kind">{kind}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

function OutputChoice({ list, shown }: ListProps) {
  const id = useId();
  return (
    <div className="outputs-choice">
      <label htmlFor={id}>Output</label>
      <select
        id={id}
        value={shown.id}
        onChange={(event) => setReviewView({ output: event.target.value })}
      >
        {inGroups(list).map(({ group, outputs }) => (
          <optgroup key={group} label={group}>
            {outputs.map((output) => (
              <option key={output.id} value={output.id}>
                {output.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
