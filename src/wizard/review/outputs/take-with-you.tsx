import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { downloadArchive } from '../../files/download.ts';
import { ToneIcon } from '../../findings/effect.tsx';
import type { LeftHead } from '../left/what-is-left.ts';
import { isOfferable } from '../left/what-is-left.ts';
import { setReviewView } from '../review-view.ts';
import { OutputIcon } from './output-icon.tsx';
import { type ReviewOutputs, type TakeRow, takeRows } from './review-output.ts';
import './take.css';
import { copyRow, saveRow } from './take-file.ts';

interface TakeWithYouProps {
  readonly outputs: ReviewOutputs;
  readonly head: LeftHead;
}

/** Everything to take away, each by itself; offered as ready only when it is. */
export function TakeWithYou({ outputs, head }: TakeWithYouProps) {
  const { archive, list } = outputs;
  const offered = isOfferable(head);
  const rows = takeRows(list);
  return (
    <section className="take" aria-labelledby="take">
      <h2 id="take">Take it with you</h2>
      {head.tone !== 'admitted' && (
        <p className={`take-note tone-${head.tone}`}>
          <ToneIcon tone={head.tone} />
          <span>{head.title}. What you take now holds it as it is.</span>
        </p>
      )}
      <Button
        variant={offered ? 'primary' : 'secondary'}
        isBlock
        icon={<DownloadIcon />}
        onClick={() => downloadArchive(archive.name, archive.bytes)}
      >
        {offered ? 'Download all as zip' : 'Download as it is'}
      </Button>
      <p className="take-says">{archive.says}</p>
      <Button
        variant="secondary"
        isBlock
        className="take-jump"
        onClick={() => document.getElementById('outputs')?.scrollIntoView()}
      >
        {rows.length} outputs, one by one
      </Button>
      <ul className="take-rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: TakeRow }) {
  const { output, name, kind, isFile } = row;
  return (
    <li className="take-row">
      <OutputIcon id={output} />
      <button type="button" className="take-name" onClick={() => showOutput(output)}>
        {isFile ? <code translate="no">{name}</code> : <span>{name}</span>}
        {kind && <span className="take-kind"> {kind}</span>}
      </button>
      <Button
        variant="plain"
        icon={<CopyIcon />}
        aria-label={`Copy ${name}`}
        onClick={() => void copyRow(row)}
      />
      <Button
        variant="plain"
        icon={<DownloadIcon />}
        aria-label={`Download ${name}`}
        onClick={() => saveRow(row)}
      />
    </li>
  );
}

/** Opens an output's tab and goes to it. */
function showOutput(id: string): void {
  setReviewView({ output: id });
  requestAnimationFrame(() => {
    document.getElementById('outputs')?.scrollIntoView();
    document
      .querySelector<HTMLElement>('.outputs [aria-selected="true"], .outputs select')
      ?.focus();
  });
}
