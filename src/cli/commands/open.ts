import { writeSettings } from '../../agent/settings/lens/write-settings.ts';
import { starter } from '../../agent/starter/starter.ts';
import { decodeLink } from '../../share/link.ts';
import type { Notice } from '../../share/notice.ts';
import type { Run } from '../command.ts';
import { payloadOf } from '../link-address.ts';
import { complain, remark } from '../output/complain.ts';
import { writeDocuments } from '../output/write-documents.ts';

/** With these nothing of the link could be taken over. */
const hopeless: ReadonlySet<Notice['code']> = new Set([
  'damaged',
  'too-large',
  'newer-version',
  'unknown-version',
]);

/** `open`: the files that a share link describes. */
export const run: Run = async (given, io) => {
  const [link, ...more] = given.positionals;
  if (link === undefined || more.length > 0) {
    return complain(io, { message: 'open takes one link.', remedy: 'Put it between quotes.' });
  }
  const payload = payloadOf(link);
  if (payload === undefined) {
    return complain(io, {
      message: 'The link carries no settings.',
      remedy: 'Copy it from Share: it has config= after the #.',
    });
  }
  const { settings, notices } = await decodeLink(payload);
  const failure = notices.find(({ code }) => hopeless.has(code));
  if (failure !== undefined) {
    return complain(io, { message: 'The link cannot be read.', remedy: failure.message });
  }
  for (const { message } of notices) await remark(io, message);
  const { documents, refused } = writeSettings(starter(), settings);
  for (const { refusal } of refused) await remark(io, refusal.message);
  return writeDocuments(documents, given, io);
};
