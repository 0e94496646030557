import type { Recognition } from '../sources/recognise.ts';
import { program } from './help.ts';
import type { Io } from './io.ts';
import type { SkipReason } from './report/skip-reason.ts';
import { visible } from './report/visible.ts';
import { counted } from './report/words.ts';

/**
 * Who gave a file: somebody named it, it was found in a folder, or a hook gave it for its name
 * (`--skip-unrecognised`).
 */
export type GivenBy = 'name' | 'folder' | 'hook';

/**
 * Why a file is passed over; undefined for one that is not, since it was named, is the agent's, or
 * cannot be read. In a folder a template may hold workloads, so it counts as what cannot be read;
 * a hook leaves one that says nothing of the agent to others.
 */
export function skipReason(found: Recognition, by: GivenBy): SkipReason | undefined {
  if (by === 'name') return undefined;
  switch (found.kind) {
    case 'nothing':
    case 'no-mapping':
      return found.why;
    case 'unrecognised':
      return 'not-recognised';
    case 'encrypted':
      return found.isOurs ? undefined : 'encrypted';
    case 'template':
    case 'terraform':
      return found.isOurs || by === 'folder' ? undefined : found.kind;
    case 'other-release':
      return 'other-release';
    case 'object':
      return by === 'folder' ? undefined : 'object';
    case 'documents': {
      // A Namespace among other objects makes no file of ours.
      const reasons = found.parts.map(({ recognition }) =>
        by === 'hook' && recognition.kind === 'namespace' ? 'object' : skipReason(recognition, by),
      );
      return reasons.includes(undefined) ? undefined : reasons[0];
    }
    default:
      return undefined;
  }
}

/** How many of the files that were skipped are named. */
const namedFiles = 3;

/** Says what `--skip-unrecognised` skipped, in one line; with --quiet, too. */
export async function saySkipped(files: readonly string[], io: Io): Promise<void> {
  if (files.length === 0) return;
  const names = files.slice(0, namedFiles).map(visible).join(', ');
  const more = files.length > namedFiles ? ` and ${files.length - namedFiles} more` : '';
  const are = files.length === 1 ? 'that is' : 'that are';
  const what = `${counted(files.length, 'file')} ${are} not the agent’s`;
  await io.err.write(`${program}: skipped ${what}: ${names}${more}\n`);
}
