import type { HandoverInput } from '../input.ts';
import { madeOf } from '../made.ts';
import type { Output } from '../output.ts';
import { pullRequestText } from './text.ts';

/** What to paste as the description of a pull or merge request. */
export const pullRequest: Output = {
  id: 'pull-request',
  group: 'Repository',
  title: 'Pull request',
  kind: () => 'GitHub, GitLab',
  purpose: 'The description of the pull or merge request, in Markdown.',
  folder: '',
  fields: [],
  make: (input: HandoverInput) =>
    madeOf(input, [], (read) => ({
      ok: true,
      files: [
        { name: 'pull-request.md', says: 'for GitHub and GitLab', text: pullRequestText(read) },
      ],
    })),
};
