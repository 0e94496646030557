import type { DocumentName } from '../../agent/documents/documents.ts';
import { viewOf } from '../../agent/documents/held-values.ts';
import { type InstallInFile, installsIn } from '../../agent/documents/host-file.ts';
import { type ImportProblem, importText } from '../../agent/documents/import-document.ts';
import type { HostFile } from '../work.ts';

/** A text as the page takes it. */
export type OpenText =
  | { readonly ok: true; readonly document: DocumentName; readonly text: string }
  /** Values that stand in the text among other things. */
  | {
      readonly ok: true;
      readonly document: 'values';
      readonly text: string;
      readonly host: HostFile;
      readonly install: InstallInFile;
    }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Takes a text for values, a Namespace manifest, or a file that holds values: of that, the first
 * install whose values can be edited in place.
 * @param as takes for values what does not look like them, since somebody said so
 */
export function openText(text: string, as?: 'values'): OpenText {
  const read = importText(text, { as });
  if (read.ok) return { ok: true, document: read.document, text };
  const installs = installsIn(text, read.found);
  for (const [index, install] of installs.entries()) {
    if (install.values.ok) {
      const host = { opened: text, base: text, install: index };
      return { ok: true, document: 'values', text: install.values.view.text, host, install };
    }
  }
  const closed = installs[0]?.values;
  return { ok: false, problem: closed && !closed.ok ? closed.problem : read.problem };
}

/** The values of another install of a file: as they are, and as they were opened. */
export function otherValues(
  host: HostFile,
): { readonly now: string; readonly opened: string } | undefined {
  const { install } = host;
  const now = viewOf({ text: host.base, install });
  const opened = viewOf({ text: host.opened, install });
  return now && opened && { now: now.text, opened: opened.text };
}
