import { resolve } from 'node:path';
import { gitPatch } from '../../handover/files/git-patch.ts';
import { type Overrides, readOverrides } from '../check/overrides.ts';
import type { SourceText } from '../check/source-text.ts';
import type { Arguments, Run } from '../command.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Failure } from '../failure.ts';
import { type FixedFiles, fixFiles } from '../fix/fix-files.ts';
import { fixWithHosts } from '../fix/fix-with-hosts.ts';
import { fixWithLayers } from '../fix/fix-with-layers.ts';
import { holdsPods, repairManifests } from '../fix/manifests.ts';
import { type OwnFiles, readOwnFiles } from '../input/read-own-files.ts';
import { standardInput } from '../input/sources.ts';
import type { Io } from '../io.ts';
import { givenLayers } from '../layers/given-layers.ts';
import { complain, remark } from '../output/complain.ts';
import { diffName } from '../output/diff-name.ts';
import { otherNames, readOnlyProblem, writeFileAtomically } from '../output/write-file.ts';
import { paintFor } from '../report/paint.ts';
import { textReporter } from '../report/text.ts';
import { visible } from '../report/visible.ts';
import { counted } from '../report/words.ts';
import { pathBelow, repositoryRoot } from '../repository-root.ts';
import { saySkipped } from '../skipping.ts';
import { readTaking } from '../taking.ts';

/** `fix`: Fix everything of the wizard, on files. */
export const run: Run = async (given, io) => {
  const misuse = misuseOf(given);
  if (misuse !== undefined) return complain(io, misuse);
  const overrides = readOverrides(given.value);
  if (!overrides.ok) return complain(io, overrides.problem);
  const taking = readTaking(given);
  if (!taking.ok) return complain(io, taking.problem);
  const reporter = textReporter(io.err, paintFor(io.err, io), true);
  const layers = await givenLayers(given, taking.value, io);
  if (layers?.kind === 'misused') return complain(io, layers.failure);
  const read = await readOwnFiles(given.positionals, taking.value, io, {
    isManifest: holdsPods,
    mergesHosts: true,
  });
  if (layers?.kind === 'unread' || !read.ok) {
    const ofLayers = layers?.kind === 'unread' ? layers.problems : [];
    const unread = [...ofLayers, ...(read.ok ? [] : read.problems)];
    for (const problem of unread) await reporter.diagnostic(problem);
    return exitCode.unreadable;
  }
  if (read.layered.length > 0 && given.has('harden')) return complain(io, noHarden);
  await saySkipped(read.skipped, io);
  const { files, applied, refused, left, isSound } = fixWithHosts(read, taking.value, {
    overrides: overrides.value,
    fix: (files) => {
      const own =
        layers === undefined
          ? fixFiles(files, overrides.value, taking.value.as, { harden: given.has('harden') })
          : fixWithLayers(layers.texts, files, overrides.value, taking.value.as);
      return withManifests(own, files, overrides.value);
    },
  });
  for (const message of refused) await io.err.write(`${visible(message)}\n`);
  const changed = files.filter(([before, after]) => after.text !== before.text);
  // All or none: a file that may not be changed stops those before it, too.
  const kept = given.has('write') ? await keptFile(changed, given, io) : undefined;
  if (kept !== undefined) return complain(io, kept);
  const written: SourceText[] = [];
  for (const [before, after] of files) {
    const problem = await put(before, after.text, given, io);
    if (problem !== undefined) {
      if (given.has('write')) await takeBack(written, io);
      return complain(io, problem);
    }
    if (after.text !== before.text) written.push(before);
  }
  for (const one of left) await reporter.diagnostic(one);
  const code = isSound ? exitCode.admitted : exitCode.refused;
  const decisions = left.filter(({ effect, choices }) => effect !== 'advice' && choices).length;
  if (!given.has('quiet')) await io.err.write(summary(applied, code, decisions));
  return code;
};

/** What was fixed of the agent's, and manifests of pods beside it. */
function withManifests(
  own: FixedFiles,
  { manifests, parts }: Omit<OwnFiles, 'layered'>,
  overrides: Overrides,
): FixedFiles {
  if (manifests.length === 0) return own;
  const namespaces = parts.flatMap(({ about, source }) => (about === 'namespace' ? [source] : []));
  const others = repairManifests(manifests, namespaces, overrides);
  return {
    files: [...own.files, ...others.files],
    applied: own.applied + others.applied,
    refused: [...own.refused, ...others.refused],
    left: [...own.left, ...others.left],
    isSound: own.isSound && others.isSound,
  };
}

const noHarden: Failure = {
  message: '--harden is not for layers.',
  remedy: 'Harden each file by itself.',
};

function misuseOf(given: Arguments): Failure | undefined {
  const modes = ['diff', 'write', 'output'].filter((name) => given.has(name));
  const layers = given.values('values');
  const count = new Set(given.positionals).size + layers.length;
  if (count === 0) return { message: 'No file is given.', remedy: 'Name one, or -.' };
  if (layers.length > 0 && given.has('harden')) {
    return noHarden;
  }
  if (modes.length > 1) return { message: 'Choose one of --diff, --write and --output.' };
  if (count > 1 && (modes.length === 0 || given.has('output'))) {
    return { message: 'There are several files.', remedy: 'Choose --diff or --write.' };
  }
  if (given.has('write') && [...given.positionals, ...layers].includes('-')) {
    return { message: 'Standard input cannot be written to.', remedy: 'Leave out --write.' };
  }
  return undefined;
}

/** Puts back what was written before a file that could not be. */
async function takeBack(written: readonly SourceText[], io: Io): Promise<void> {
  for (const { file, text } of written) {
    const path = resolve(io.cwd, file);
    const problem = await writeFileAtomically(path, text, { force: true, links: 'follow' });
    if (problem !== undefined) await remark(io, `${file} could not be put back as it was.`);
  }
}

/** Why one of the files to be changed must not be. */
async function keptFile(
  changed: readonly (readonly [before: SourceText, after: SourceText])[],
  given: Arguments,
  io: Io,
): Promise<Failure | undefined> {
  if (given.has('force')) return undefined;
  for (const [{ file }] of changed) {
    const problem = await readOnlyProblem(resolve(io.cwd, file));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function put(
  before: SourceText,
  after: string,
  given: Arguments,
  io: Io,
): Promise<Failure | undefined> {
  const writing = { force: given.has('force'), links: 'follow' } as const;
  const output = given.value('output');
  if (output !== undefined) return writeFileAtomically(resolve(io.cwd, output), after, writing);
  if (given.has('write')) {
    if (after === before.text) return undefined;
    const path = resolve(io.cwd, before.file);
    const others = await otherNames(path);
    const problem = await writeFileAtomically(path, after, writing);
    if (problem === undefined && others > 0) await remark(io, parted(before.file, others));
    return problem;
  }
  if (!given.has('diff')) await io.out.write(after);
  else if (after !== before.text) {
    const name = patchName(before.file, io);
    await io.out.write(gitPatch([{ name, before: before.text, after }]));
  }
  return undefined;
}

/** From the repository's root, whichever of its folders the command runs in: so git takes it. */
function patchName(file: string, { cwd }: Io): string {
  if (file === standardInput) return 'values.yaml';
  return pathBelow(repositoryRoot(cwd), file, cwd) ?? diffName(file, cwd);
}

function parted(file: string, others: number): string {
  const names = counted(others, 'other name');
  const they = others === 1 ? 'it keeps' : 'they keep';
  return `${file} had ${names} (hard links): ${they} the text as it was, and ${others === 1 ? 'is a file of its own' : 'are a file of their own'} now.`;
}

function summary(applied: number, code: ExitCode, decisions: number): string {
  const fixed = applied === 0 ? 'Nothing to repair.' : `Repaired ${counted(applied, 'problem')}.`;
  if (code === exitCode.admitted) return `${fixed}\n`;
  if (decisions === 0) return `${fixed} What is left needs a person.\n`;
  return `${fixed} What is left needs a person: ${counted(decisions, 'problem')} with choices above.\n`;
}
