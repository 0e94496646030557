import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import UnfoldIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-arrow-up-down-icon';
import CaretDown from '@patternfly/react-icons/dist/esm/icons/rh-ui-caret-down-icon';
import CaretRight from '@patternfly/react-icons/dist/esm/icons/rh-ui-caret-right-icon';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { type MouseEvent, useMemo } from 'react';
import { toneLines } from '../../editor/code-tones.ts';
import { goToField } from '../../findings/go-to.ts';
import { openLine } from '../go-to-part.ts';
import { openChanges, setReviewView, unfold, useReviewView } from '../review-view.ts';
import { usePrinting } from '../use-printing.ts';
import type { ChangeOwner } from './change-owner.ts';
import { SplitRows, type Tones, UnifiedRows } from './diff-rows.tsx';
import { type Change, linesOf, type Stretch, shiftAbove, spanOf, spanWords } from './file-diff.ts';
import { type ChangedFile, changeId } from './review-diffs.ts';
import { shownChanges } from './shown-changes.ts';

interface FileChangesProps {
  readonly file: ChangedFile;
  readonly name: string;
  readonly ownerOf: (change: Change) => ChangeOwner | undefined;
  readonly isSplit: boolean;
  /** Whether it is folded until somebody opens it. */
  readonly folded: boolean;
  readonly onCopy: () => void;
  readonly onDownload: () => void;
}

/** One file against what was opened: its changes, with what is unchanged folded between them. */
export function FileChanges(props: FileChangesProps) {
  const { file, name, folded, onCopy, onDownload } = props;
  const { document, diff } = file;
  const asked = useReviewView((view) => view.files[document]);
  const isOpen = usePrinting() || (asked === undefined ? !folded : asked === 'open');
  const body = `diff-${document}`;
  const toggle = () => {
    const { files } = useReviewView.getState();
    setReviewView({ files: { ...files, [document]: isOpen ? 'folded' : 'open' } });
  };
  return (
    <section className="diff-file" aria-label={`Changes of ${name}`}>
      <div className="diff-head">
        <h3>
          <button type="button" aria-expanded={isOpen} aria-controls={body} onClick={toggle}>
            {isOpen ? <CaretDown aria-hidden="true" /> : <CaretRight aria-hidden="true" />}
            <code translate="no">{name}</code>
            <span className="count-added">
              +{diff.added}
              <span className="visually-hidden"> lines,</span>
            </span>
            <span className="count-removed">
              −{diff.removed}
              <span className="visually-hidden"> lines</span>
            </span>
          </button>
        </h3>
        <Button variant="plain" icon={<CopyIcon />} aria-label={`Copy ${name}`} onClick={onCopy} />
        <Button
          variant="plain"
          icon={<DownloadIcon />}
          aria-label={`Download ${name}`}
          onClick={onDownload}
        />
      </div>
      <div id={body} hidden={!isOpen}>
        {isOpen && <Body {...props} />}
      </div>
    </section>
  );
}

function Body({ file, ownerOf, isSplit, name }: FileChangesProps) {
  const { document, diff, after } = file;
  const isAll = useReviewView((view) => view.all.has(document));
  const printing = usePrinting();
  const tones = useMemo(() => toneLines(after.split(/\r\n|\r|\n/)), [after]);
  const owners = useMemo(() => diff.changes.map(ownerOf), [diff, ownerOf]);
  const { shown, rest } = shownChanges(
    diff,
    isAll || printing,
    (number) => owners[number - 1]?.words,
  );
  const reveal = (event: MouseEvent) => {
    const from = event.target instanceof Element ? event.target.closest('[data-line]') : null;
    const line = Number(from?.getAttribute('data-line') ?? '');
    if (line > 0) openLine(document, line, ownerAt(shown, owners, line)?.step);
  };
  const common = { file, tones, isSplit };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the clicks of the line numbers in it, which are buttons.
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, each change has a button of its own.
    <div className="diff-body" onClick={reveal} data-back={`diff ${document}`}>
      {shown.map((change) => (
        <ChangeSection
          key={change.number}
          change={change}
          owner={owners[change.number - 1]}
          {...common}
        />
      ))}
      {rest === undefined ? (
        <Folded folded={diff.folded} number={undefined} owner={undefined} {...common} />
      ) : (
        <div className="diff-rest">
          <UnfoldIcon aria-hidden="true" />
          <Button variant="link" isInline onClick={() => openChanges(document, true)}>
            Show the other {rest.count} changes
            <span className="visually-hidden"> of {name}</span>
          </Button>
          <span>
            {rest.lines} lines{rest.in && `, in ${rest.in}`}
          </span>
        </div>
      )}
    </div>
  );
}

function ownerAt(
  changes: readonly Change[],
  owners: readonly (ChangeOwner | undefined)[],
  line: number,
): ChangeOwner | undefined {
  const change = changes.find((one) => spanOf(one).last >= line);
  return change && owners[change.number - 1];
}

interface CommonProps {
  readonly file: ChangedFile;
  readonly tones: Tones;
  readonly isSplit: boolean;
  readonly owner: ChangeOwner | undefined;
}

function ChangeSection({ change, ...common }: CommonProps & { readonly change: Change }) {
  const { file, owner, isSplit, tones } = common;
  const span = spanOf(change);
  const { length } = file.diff.changes;
  const id = changeId(file.document, change.number);
  const lines = [...change.lead, ...change.lines, ...change.trail];
  const where = owner ? `${owner.words}, ` : '';
  return (
    <>
      <Folded folded={change.folded} number={change.number} {...common} />
      <section id={id} className="diff-change" tabIndex={-1} aria-labelledby={`${id}-title`}>
        <h4 id={`${id}-title`} className="visually-hidden">
          Change {change.number} of {length}, {where}
          {spanWords(span)}
        </h4>
        <button
          type="button"
          className="diff-open"
          data-back={id}
          onClick={(event) => {
            event.stopPropagation();
            openLine(file.document, span.first, owner?.step);
          }}
        >
          Open line {span.first} in the editor
        </button>
        {isSplit ? (
          <SplitRows lines={lines} tones={tones} />
        ) : (
          <UnifiedRows lines={lines} tones={tones} />
        )}
      </section>
    </>
  );
}

interface FoldedProps extends CommonProps {
  readonly folded: Stretch | undefined;
  /** The change below; undefined at the end of the file. */
  readonly number: number | undefined;
}

function Folded({ folded, number, file, tones, isSplit, owner }: FoldedProps) {
  const { document, diff, after } = file;
  const key = `${document} ${number ?? 'end'}`;
  const isUnfolded = useReviewView((view) => view.unfolded.has(key));
  if (folded === undefined) return null;
  const count = folded.last - folded.first + 1;
  if (isUnfolded) {
    const lines = linesOf(after, folded, shiftAbove(diff, number));
    return isSplit ? (
      <SplitRows lines={lines} tones={tones} />
    ) : (
      <UnifiedRows lines={lines} tones={tones} />
    );
  }
  return (
    <div className="diff-fold">
      <button type="button" className="diff-unfold" onClick={() => unfold(key)}>
        <UnfoldIcon aria-hidden="true" />
        {count} unchanged {count === 1 ? 'line' : 'lines'}
        <span className="visually-hidden">, show {count === 1 ? 'it' : 'them'}</span>
      </button>
      {owner && (
        <button
          type="button"
          className="diff-owner"
          data-back={`owner ${key}`}
          onClick={(event) => {
            event.stopPropagation();
            goToField(owner.step, owner.field);
          }}
        >
          {owner.words}
        </button>
      )}
    </div>
  );
}
