import { strToU8, zipSync } from 'fflate';
import { documentNames } from '../../../agent/documents/documents.ts';
import { installCommands } from '../../../handover/commands/commands.ts';
import { unifiedDiff } from '../../../yaml/text-diff.ts';
import { fileText } from '../../hosted/file-texts.ts';
import type { Present } from '../../present.ts';
import { changedFiles } from '../changes/review-diffs.ts';
import { fileNameOf } from '../file-name-of.ts';
import type { MadeOutput, OutputFile, ReviewOutput, ReviewOutputs } from './review-output.ts';

/** What there is to take away of the work: the files, a patch, and the commands. */
export function outputsOf({ work, assessment, unread }: Present): ReviewOutputs {
  const changed = changedFiles(work);
  const ownFiles: readonly OutputFile[] = documentNames.map((document) => {
    const diff = changed.find((file) => file.document === document)?.diff;
    return {
      name: fileNameOf(work, document),
      says: diff === undefined ? 'As opened' : `${diff.added} lines added, ${diff.removed} removed`,
      text: fileText(work, document),
    };
  });
  const patch = changed
    .map(({ document, before, after }) => unifiedDiff(fileNameOf(work, document), before, after))
    .join('');
  const list: readonly ReviewOutput[] = [
    {
      id: 'files',
      group: 'Repository',
      title: 'Files',
      kind: `${changed.length} changed`,
      fields: [],
      make: () => ({ ok: true, files: ownFiles }),
    },
    {
      id: 'patch',
      group: 'Repository',
      title: 'Patch',
      kind: 'for git apply',
      fields: [],
      make: () =>
        patch === ''
          ? { ok: false, reason: 'Nothing has changed, so there is no patch.' }
          : { ok: true, files: [{ name: 'changes.patch', says: 'for git apply', text: patch }] },
    },
    {
      id: 'commands',
      group: 'Install',
      title: 'Commands',
      kind: 'POSIX shell',
      fields: [],
      make: () => {
        const { host, fileName } = work.originals.values;
        if (host !== undefined) {
          const reason = `The values are in ${fileName}, and what reads that file installs them: put the changed file in its place.`;
          return { ok: false, reason };
        }
        return unread.length > 0
          ? { ok: false, reason: 'A text cannot be read, so what to install is not known.' }
          : commands(assessment.settings.namespace.name);
      },
    },
  ];
  return {
    list,
    archive: {
      name: 'restricted-agent.zip',
      says: `${ownFiles.length} files`,
      bytes: () =>
        zipSync(Object.fromEntries(ownFiles.map(({ name, text }) => [name, strToU8(text)]))),
    },
  };
}

function commands(namespace: string): MadeOutput {
  const steps = installCommands(namespace);
  const lines = steps.flatMap((step) => ('command' in step ? [step.command] : []));
  const [first] = steps;
  if (first !== undefined && 'reason' in first) return { ok: false, reason: first.reason };
  const says = `${steps.length} steps, any POSIX shell`;
  return { ok: true, steps, files: [{ name: 'commands.sh', says, text: `${lines.join('\n')}\n` }] };
}
