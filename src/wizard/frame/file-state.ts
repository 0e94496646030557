import { changedLines } from '../../yaml/text-diff.ts';
import { useWizard } from '../use-wizard.ts';

/** The open values file's name, and how many of its lines differ from what was opened. */
export function useFileState(): { name: string; changes: string; isChanged: boolean } | undefined {
  const work = useWizard((state) => state.settled);
  if (!work) return undefined;
  const { fileName, source, text } = work.originals.values;
  const { count } = changedLines(text, work.documents.values);
  const namespace = work.documents.namespace !== work.originals.namespace.text;
  const lines = count === 1 ? 'line' : 'lines';
  return {
    name: source === 'imported' ? fileName : 'Starter',
    isChanged: text !== work.documents.values || namespace,
    changes: count === 0 ? 'No changes' : `${count} ${lines} changed`,
  };
}
