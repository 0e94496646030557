import { check } from '../check/check.ts';
import { readOverrides } from '../check/overrides.ts';
import type { Arguments, Run } from '../command.ts';
import { findSources } from '../input/sources.ts';
import type { Io } from '../io.ts';
import { givenLayers } from '../layers/given-layers.ts';
import { complain } from '../output/complain.ts';
import { paintFor } from '../report/paint.ts';
import type { Reporter } from '../report/report.ts';
import { saySkipped } from '../skipping.ts';
import { readTaking } from '../taking.ts';

/** The formats, each loaded only when it is asked for. */
const formats: Readonly<Record<string, (given: Arguments, io: Io) => Promise<Reporter>>> = {
  text: async (given, io) => {
    const { textReporter } = await import('../report/text.ts');
    return textReporter(io.out, paintFor(io.out, io), given.has('quiet'));
  },
  json: async (_, io) => (await import('../report/json.ts')).jsonReporter(io.out),
  sarif: async (_, io) => (await import('../report/sarif.ts')).sarifReporter(io.out, io.cwd),
  github: async (given, io) => {
    const { githubReporter } = await import('../report/github.ts');
    return githubReporter(io.out, given.has('quiet'));
  },
};

/** `check`: says what Kubernetes would refuse of the files, folders or standard input. */
export const run: Run = async (given, io) => {
  const word = given.value('format') ?? 'text';
  const format = Object.hasOwn(formats, word) ? formats[word] : undefined;
  if (format === undefined) {
    return complain(io, {
      message: `There is no format ${word}.`,
      remedy: `Choose ${Object.keys(formats).join(', ')}.`,
    });
  }
  const overrides = readOverrides(given.value);
  if (!overrides.ok) return complain(io, overrides.problem);
  const taking = readTaking(given);
  if (!taking.ok) return complain(io, taking.problem);
  const layers = await givenLayers(given, taking.value, io);
  if (layers?.kind === 'misused') return complain(io, layers.failure);
  if (layers === undefined && given.positionals.length === 0 && io.stdinIsTerminal()) {
    return complain(io, {
      message: 'No file is given.',
      remedy: 'Name one, or - for standard input.',
    });
  }
  const isFilter = layers === undefined && given.positionals.length === 0;
  const words = isFilter ? ['-'] : given.positionals;
  const found = await findSources(words, io);
  const reporter = await format(given, io);
  const progress = progressLine(io, given.has('quiet'));
  const { code, skipped } = await check(found, {
    overrides: overrides.value,
    taking: taking.value,
    layers,
    reporter,
    progress,
  });
  await saySkipped(skipped, io);
  return code;
};

/** Fewer files than these are done before anybody has read how many there are. */
const manyFiles = 50;

/** A line on a terminal that says how far it is, and is gone at the end. */
function progressLine(io: Io, quiet: boolean): (done: number, all: number) => Promise<void> {
  let last = 0;
  return async (done, all) => {
    if (quiet || all < manyFiles || !io.err.isTerminal) return;
    const now = Date.now();
    if (done < all && now - last < 100) return;
    last = now;
    await io.err.write(done < all ? `\r${done} of ${all} files` : '\r\u001b[K');
  };
}
