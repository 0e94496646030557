import { changedLines } from '../../yaml/text-diff.ts';
import { fileText, isFileChanged, openedText } from '../hosted/file-texts.ts';
import { useWizard } from '../use-wizard.ts';

/** The open values file's name, and how many of its lines differ from what was opened. */
export function useFileState(): { name: string; changes: string; isChanged: boolean } | undefined {
  const work = useWizard((state) => state.settled);
  if (!work) return undefined;
  const { fileName, source } = work.originals.values;
  const text = fileText(work, 'values');
  const opened = openedText(work, 'values');
  const { count } = changedLines(opened, text);
  const lines = count === 1 ? 'line' : 'lines';
  return {
    name: source === 'imported' ? fileName : 'Starter',
    isChanged: text !== opened || isFileChanged(work, 'namespace'),
    changes: count === 0 ? 'No changes' : `${count} ${lines} changed`,
  };
}
