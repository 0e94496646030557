import { fileInstalls, type InstallInFile } from '../../agent/documents/host-file.ts';
import type { InstallNote } from '../../sources/install-notes.ts';
import type { HostFile, Work } from '../work.ts';
import { fileText } from './file-texts.ts';

/** The installs of the file that holds the values; none where the values are the file. */
export function installsOf(work: Work): readonly InstallInFile[] {
  const { host } = work.originals.values;
  if (host === undefined) return [];
  const now = fileInstalls(fileText(work, 'values'));
  // While the values cannot be read, the file cannot either.
  return now.length > host.install ? now : fileInstalls(host.base);
}

const known = new WeakMap<HostFile, readonly InstallNote[]>();
const none: readonly InstallNote[] = [];

/** What leaves open what Helm makes of the install: values from elsewhere, which nobody read. */
export function openNotes(work: Pick<Work, 'originals'> | undefined): readonly InstallNote[] {
  const host = work?.originals.values.host;
  if (host === undefined) return none;
  const notes = known.get(host) ?? openIn(host);
  known.set(host, notes);
  return notes;
}

function openIn({ base, install }: HostFile): readonly InstallNote[] {
  return fileInstalls(base)[install]?.notes.filter(({ isOpen }) => isOpen) ?? none;
}
