import { writeSettings } from '../../agent/settings/lens/write-settings.ts';
import { starter } from '../../agent/starter/starter.ts';
import { defaultSettings } from '../../share/default-settings.ts';
import type { Run } from '../command.ts';
import { complain } from '../output/complain.ts';
import { writeDocuments } from '../output/write-documents.ts';
import { changeSettings } from '../set-settings.ts';

/** `init`: the starter as files, with some of its settings changed. */
export const run: Run = async (given, io) => {
  if (given.positionals.length > 0) {
    return complain(io, {
      message: `init takes no file, but ${given.positionals.join(' ')} is given.`,
      remedy: 'Name the folder with -o.',
    });
  }
  const changed = changeSettings(defaultSettings(), given.values('set'));
  if (!changed.ok) return complain(io, changed.problem);
  const { documents, refused } = writeSettings(starter(), changed.value);
  const [refusal] = refused.map((one) => one.refusal);
  if (refusal !== undefined) return complain(io, refusal);
  return writeDocuments(documents, given, io);
};
