import { changedLines } from '../../yaml/text-diff.ts';
import type { ChangedFile, HandoverInput } from '../input.ts';
import { type Made, type Output, refused } from '../output.ts';
import { nameComplaint } from './file-name.ts';
import { gitPatch } from './git-patch.ts';

/** The files as they are in the user's repository. */
export const files: Output = {
  id: 'files',
  group: 'Repository',
  title: 'Files',
  kind: ({ files: all }) => countWords(all),
  purpose: 'The files as they are now, under their own names.',
  folder: 'files',
  fields: [],
  make: (input) =>
    named(input, {
      ok: true,
      files: input.files.map((file) => ({
        name: file.name,
        says: changeWords(file),
        text: file.after,
      })),
    }),
};

/** What `git apply` takes. */
export const patch: Output = {
  id: 'patch',
  group: 'Repository',
  title: 'Patch',
  kind: () => 'for git apply',
  purpose: 'What changed, for git apply.',
  folder: '',
  fields: [],
  make: (input) => {
    const text = gitPatch(input.files);
    if (text === '') return refused('Nothing is changed, so there is no patch.');
    return named(input, {
      ok: true,
      files: [{ name: 'changes.patch', says: 'for git apply', text }],
    });
  },
};

/** `14 lines changed`, as the file's tab says it. */
export function changeWords(file: ChangedFile): string {
  if (file.before === undefined) return 'new';
  if (!isChanged(file)) return 'as opened';
  const { count } = changedLines(file.before, file.after);
  return `${count} ${count === 1 ? 'line' : 'lines'} changed`;
}

/** `1 changed, 1 new`, or that nothing is. */
function countWords(all: readonly ChangedFile[]): string {
  const made = all.filter(({ before }) => before === undefined).length;
  const changed = all.filter(isChanged).length - made;
  const words = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(made > 0 ? [`${made} new`] : []),
  ];
  return words.length === 0 ? 'as opened' : words.join(', ');
}

/** Whether a file is another than it was, or new. */
export function isChanged({ before, after }: ChangedFile): boolean {
  return before !== after;
}

/** What is made under names that a repository can have, each once. */
function named({ files: all }: HandoverInput, made: Made): Made {
  const reason = all.map(({ name }) => nameComplaint(name)).find((one) => one !== undefined);
  if (reason !== undefined) return refused(reason);
  const twice = all.find(({ name }, index) => all.findIndex((one) => one.name === name) < index);
  return twice === undefined
    ? made
    : refused(`Two files are called ${JSON.stringify(twice.name)}: rename one of them.`);
}
