import { textAt } from '../../yaml/locate.ts';
import type { ExitCode } from '../exit-code.ts';
import { systemReason } from '../failure.ts';
import { LayeredSearch } from '../hosted/layered-search.ts';
import type { Source, Sources } from '../input/sources.ts';
import { splitDocuments } from '../input/split-documents.ts';
import type { ReadLayers } from '../layers/read-layers.ts';
import type { Reporter } from '../report/report.ts';
import type { Taking } from '../taking.ts';
import { DocumentJudge } from './judge-documents.ts';
import { FileJudge } from './judge-file.ts';
import { KnownNamespaces } from './known-namespaces.ts';
import type { Overrides } from './overrides.ts';
import { Recorder } from './recorder.ts';
import { SourceText } from './source-text.ts';
import { allObjectsIn } from './text-objects.ts';
import { unreadablePlace } from './unreadable.ts';

/** How a check goes. */
export interface CheckOptions {
  readonly overrides: Overrides;
  readonly taking: Taking;
  /** Values that are merged of several files and options, if some were given. */
  readonly layers?: Exclude<ReadLayers, { kind: 'misused' }> | undefined;
  readonly reporter: Reporter;
  /** Called when a file is begun, and at the end. */
  readonly progress: (done: number, all: number) => Promise<void>;
}

export interface Checked {
  readonly code: ExitCode;
  /** The files that `--skip-unrecognised` passed over. */
  readonly skipped: readonly string[];
}

/** Judges everything in the sources, one document at a time, and reports it as it goes. */
export async function check(
  { sources, problems }: Sources,
  { overrides, taking, layers, reporter, progress }: CheckOptions,
): Promise<Checked> {
  const recorder = new Recorder(reporter);
  const namespaces = new KnownNamespaces(overrides);
  for (const { name, problem } of problems) {
    await recorder.findings([unreadablePlace({ file: name }, { code: 'unreadable', ...problem })]);
  }
  const search = new LayeredSearch();
  for (const source of sources) if (source.again) await findNamespaces(source, namespaces, search);
  const hosted = await search.find(sources);
  const taken = hosted?.taken;
  const documents = new DocumentJudge({ overrides, namespaces, recorder, taken });
  const files = new FileJudge({ overrides, namespaces, documents, recorder, taking, taken });
  for (const [index, source] of sources.entries()) {
    await progress(index, sources.length);
    await files.judge(source);
  }
  await progress(sources.length, sources.length);
  if (hosted !== undefined && hosted.installs.length > 0) {
    const { reportHosted } = await import('../hosted/report-hosted.ts');
    await reportHosted(hosted, { overrides, namespaces, recorder });
  }
  if (layers?.kind === 'unread') await recorder.findings(layers.problems);
  if (layers?.kind === 'merged') {
    const { reportLayers } = await import('../layers/report-layers.ts');
    const { texts } = layers;
    const namespace = namespaces.manifestFor(textAt(texts.merge.tree, ['namespace']));
    await reportLayers({ texts, namespace }, { overrides, recorder });
  }
  const [first] = sources;
  // Where all was passed over nothing is known, and a mistyped folder would look well.
  if (recorder.tally.isEmpty && !taking.skipsUnrecognised && first !== undefined) {
    await recorder.findings([unreadablePlace({ file: first.name }, nothingJudged)]);
  }
  for (const note of namespaces.policies.notes()) recorder.note(note);
  await recorder.end();
  return { code: recorder.tally.exitCode, skipped: files.skipped };
}

const nothingJudged = {
  code: 'nothing-recognised',
  message: 'Neither this file nor any other is a manifest or values of this chart.',
  remedy: 'Name the folder or the file that is meant, or add --as values for a named file.',
};

/**
 * The first look at a file: for its Namespaces, and for hosts that take values from elsewhere. What
 * is wrong with it is found later.
 */
async function findNamespaces(
  source: Source,
  namespaces: KnownNamespaces,
  search: LayeredSearch,
): Promise<void> {
  try {
    for await (const document of splitDocuments(source.open())) {
      search.look(source, document.text);
      if (!/\bNamespace\b/.test(document.text)) continue;
      const text = new SourceText(source.name, document.text, document);
      for (const object of allObjectsIn(text)) {
        if (object.kind === 'Namespace') namespaces.learn(object, text);
      }
    }
  } catch (error) {
    // The second look meets the same error, and reports it.
    systemReason(error);
  }
}
