import { readSettings } from '../../agent/settings/lens/read-settings.ts';
import { treesOf } from '../../agent/settings/lens/write-settings.ts';
import { encodeLink } from '../../share/link.ts';
import { permitted } from '../../share/policy.ts';
import { documentsOf } from '../check/judge-values.ts';
import type { Run } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { installsOf } from '../fix/installs.ts';
import { readOwnFiles } from '../input/read-own-files.ts';
import { linkTo } from '../link-address.ts';
import { complain, remark } from '../output/complain.ts';
import { paintFor } from '../report/paint.ts';
import { textReporter } from '../report/text.ts';
import { readTaking } from '../taking.ts';

/** Where the wizard is after `npm start`. */
const defaultPage = 'http://127.0.0.1:4173/';

/** `link`: the share link of what files hold. */
export const run: Run = async (given, io) => {
  if (given.positionals.length === 0) {
    return complain(io, { message: 'No file is given.', remedy: 'Name values.yaml, or -.' });
  }
  const taking = readTaking(given);
  if (!taking.ok) return complain(io, taking.problem);
  const read = await readOwnFiles(given.positionals, taking.value, io);
  if (!read.ok) {
    const reporter = textReporter(io.err, paintFor(io.err, io), true);
    for (const problem of read.problems) await reporter.diagnostic(problem);
    return exitCode.unreadable;
  }
  const [install = {}, ...others] = installsOf(read.parts);
  if (others.length > 0) {
    return complain(io, {
      message: 'A link is of one install.',
      remedy: 'Give one values file, its Namespace manifest, or both.',
    });
  }
  const settings = readSettings(treesOf(documentsOf(install)));
  const page = given.value('page') ?? defaultPage;
  const link = linkTo(page, await encodeLink(settings));
  if (!link.ok) return complain(io, link.problem);
  await io.out.write(`${link.value}\n`);
  const { leftOut } = permitted(settings);
  if (leftOut.length > 0) {
    const what = leftOut.map((one) => one.what).join(', ');
    await remark(io, `left out, as it may hold a credential: ${what}`);
  }
  return exitCode.admitted;
};
