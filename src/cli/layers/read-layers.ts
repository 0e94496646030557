import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { agentShape } from '../../agent/documents/agent-shape.ts';
import { importText } from '../../agent/documents/import-document.ts';
import { fileLayer, type Layer, setLayer } from '../../sources/layers/layer.ts';
import { mergeLayers } from '../../sources/layers/merge-layers.ts';
import { setKinds } from '../../sources/set/apply-set.ts';
import { unrecognisedWords } from '../../sources/words.ts';
import { dataOf, isObject } from '../../yaml/value.ts';
import { SourceText } from '../check/source-text.ts';
import { unopened, unreadable, unreadablePlace } from '../check/unreadable.ts';
import type { Arguments } from '../command.ts';
import { type Failure, systemReason } from '../failure.ts';
import { decode } from '../input/decode.ts';
import { readText } from '../input/read-text.ts';
import { standardInput } from '../input/sources.ts';
import type { Io } from '../io.ts';
import type { Diagnostic } from '../report/report.ts';
import type { Taking } from '../taking.ts';
import { LayeredTexts } from './layered-texts.ts';

/** Values of several layers, or why they cannot be taken: options that make no sense, or files. */
export type ReadLayers =
  | { readonly kind: 'merged'; readonly texts: LayeredTexts }
  | { readonly kind: 'misused'; readonly failure: Failure }
  | { readonly kind: 'unread'; readonly problems: readonly Diagnostic[] };

/**
 * Reads the values that the command line gives as Helm's does: `-f` and `--set` in their kinds.
 * @returns undefined where there are none
 */
export async function readLayers(
  given: Arguments,
  { as }: Taking,
  io: Io,
): Promise<ReadLayers | undefined> {
  const names = given.values('values');
  const options = setKinds.flatMap((kind) => given.values(kind).map((text) => ({ kind, text })));
  const failure = misuseOf(given, names, options.length > 0);
  if (failure !== undefined) return { kind: 'misused', failure };
  if (names.length === 0) return undefined;
  const into = intoOf(given.value('into'), names, io);
  if (typeof into === 'object') return { kind: 'misused', failure: into };
  const sources: SourceText[] = [];
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const file = name === '-' ? standardInput : name;
    const read = await readText(name, io);
    if ('message' in read) {
      problems.push(unreadablePlace({ file }, { code: 'unreadable', ...read }));
      continue;
    }
    const source = new SourceText(file, read.text);
    sources.push(source);
    const imported = importText(read.text, { as: 'values' });
    // A layer may say nothing at all.
    const isEmpty = !imported.ok && imported.found.kind === 'nothing';
    if (!imported.ok && !isEmpty) problems.push(unopened(source, imported.problem));
    else if (imported.ok && imported.document === 'namespace') problems.push(noValues(source));
  }
  if (problems.length > 0) return { kind: 'unread', problems };
  const layers: readonly Layer[] = [
    ...sources.map(({ file, text }) => fileLayer(file, text)),
    ...options.map(setLayer),
  ];
  const merged = mergeLayers(layers, (name) => contentOf(name, io));
  if (!merged.ok) return refused(merged.problems, layers, sources);
  const { root } = merged.merge.tree;
  const data = root === undefined ? {} : dataOf(root);
  const isOurs = as === 'values' || (isObject(data) && agentShape.isValues(data));
  if (!isOurs) return { kind: 'unread', problems: sources.slice(0, 1).map(unknownValues) };
  return { kind: 'merged', texts: new LayeredTexts(merged.merge, sources, into) };
}

function misuseOf(
  given: Arguments,
  names: readonly string[],
  hasOptions: boolean,
): Failure | undefined {
  if (names.length === 0 && (hasOptions || given.has('into'))) {
    const what = given.has('into') ? '--into' : '--set';
    return { message: `${what} is for values of -f.`, remedy: 'Give the values with -f FILE.' };
  }
  if (names.filter((name) => name === '-').length + (given.positionals.includes('-') ? 1 : 0) > 1) {
    return { message: 'Standard input can be read but once.', remedy: 'Give - but once.' };
  }
  return undefined;
}

function intoOf(
  word: string | undefined,
  names: readonly string[],
  { cwd }: Io,
): number | Failure | undefined {
  if (word === undefined) return undefined;
  const index = names.findIndex((name) => resolve(cwd, name) === resolve(cwd, word));
  if (index >= 0) return index;
  return {
    message: `${word} is none of the files of -f.`,
    remedy: `Name one of ${names.join(', ')}.`,
  };
}

function contentOf(name: string, { cwd }: Io): string | undefined {
  try {
    const decoded = decode(readFileSync(resolve(cwd, name)));
    return 'text' in decoded ? decoded.text : undefined;
  } catch (error) {
    systemReason(error);
    return undefined;
  }
}

function refused(
  problems: Extract<ReturnType<typeof mergeLayers>, { ok: false }>['problems'],
  layers: readonly Layer[],
  sources: readonly SourceText[],
): ReadLayers {
  const ofFiles = problems.flatMap((problem) => {
    const source = sources[layers.indexOf(problem.layer)];
    return source === undefined ? [] : [unreadable(source, problem)];
  });
  const option = problems.find(({ layer }) => layer.kind !== 'file');
  if (option === undefined) return { kind: 'unread', problems: ofFiles };
  const message = `${option.layer.name}: ${option.message}`;
  return { kind: 'misused', failure: { message, remedy: option.remedy } };
}

function noValues(source: SourceText): Diagnostic {
  return unreadable(source, {
    code: 'not-values',
    message: 'This is a Namespace manifest, not values.',
    remedy: 'Give it without -f.',
    range: { offset: 0, length: 0 },
  });
}

function unknownValues(source: SourceText): Diagnostic {
  const { remedy, ...words } = unrecognisedWords(agentShape);
  return unreadablePlace(
    { file: source.file },
    { ...words, remedy: `${remedy} If this is it, say so with --as values.` },
  );
}
