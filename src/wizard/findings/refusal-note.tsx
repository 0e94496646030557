import type { DocumentRefusal } from '../../agent/documents/documents.ts';
import { lineAt } from '../assessed/line-of.ts';
import { useAssessed } from '../assessed/use-assessed.ts';
import { useFiles } from '../hosted/use-file.ts';
import { Words } from './words.tsx';

interface RefusalNoteProps {
  readonly id?: string;
  readonly refusals: readonly DocumentRefusal[];
}

/** Why a change could not be written, with the line that is in the way. */
export function RefusalNote({ id, refusals }: RefusalNoteProps) {
  const trees = useAssessed((assessment) => assessment.trees);
  const files = useFiles();
  if (!trees || refusals.length === 0) return null;
  return (
    <div id={id} className="refusal">
      {refusals.map(({ document, refusal }) => (
        <p key={`${document} ${refusal.range.offset} ${refusal.message}`}>
          <strong>
            Not changed. {files(document).name}, line{' '}
            {files(document).before + lineAt(trees[document], refusal.range.offset)}:
          </strong>{' '}
          <Words text={`${refusal.message} ${refusal.remedy}`} />
        </p>
      ))}
    </div>
  );
}
