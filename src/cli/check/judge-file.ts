import { agentShape } from '../../agent/documents/agent-shape.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { importText } from '../../agent/documents/import-document.ts';
import { unrecognisedWords } from '../../sources/words.ts';
import { readingFailure } from '../failure.ts';
import type { Taken } from '../hosted/taken.ts';
import type { Source } from '../input/sources.ts';
import { type RawDocument, splitDocuments } from '../input/split-documents.ts';
import type { SkipReason } from '../report/skip-reason.ts';
import { type GivenBy, skipReason } from '../skipping.ts';
import type { Taking } from '../taking.ts';
import { hasContent } from './content.ts';
import { isPartlyReadable, sopsOf } from './encrypted.ts';
import { hostedInstalls } from './hosted-installs.ts';
import type { DocumentJudge } from './judge-documents.ts';
import { judgeInstalls, judgeOwn } from './judge-own.ts';
import type { KnownNamespaces } from './known-namespaces.ts';
import type { Overrides } from './overrides.ts';
import { beginReading, type Reading } from './reading.ts';
import type { Recorder } from './recorder.ts';
import { SourceText } from './source-text.ts';
import { dataIn, plainData } from './text-objects.ts';
import { unopened, unreadablePlace } from './unreadable.ts';
import { objectsIn } from './workloads.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly documents: DocumentJudge;
  readonly recorder: Recorder;
  readonly taking: Taking;
  /** What is judged as a layer of an install. */
  readonly taken: Taken | undefined;
}

/** Tells by its content what a file is, and has it judged as that. */
export class FileJudge {
  /** The names of the files that `--skip-unrecognised` passed over. */
  readonly skipped: string[] = [];
  private readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** The second look at a file, or the only one at standard input. */
  async judge(source: Source): Promise<void> {
    const { documents, recorder, taken } = this.around;
    if (taken?.hasFile(source.name) === true) {
      recorder.tally.recognised();
      return;
    }
    const reading = beginReading(source, this.givenBy(source));
    const begun: RawDocument[] = [];
    let isStream = false;
    try {
      for await (const document of splitDocuments(source.open())) {
        if (isStream) {
          await documents.document(reading, document);
          continue;
        }
        begun.push(document);
        if (begun.filter(hasContent).length < 2) continue;
        if (begun.some(({ text }) => isOwn(text))) {
          await this.single(reading, wholeOf(begun));
          return;
        }
        isStream = true;
        for (const one of begun) await documents.document(reading, one);
      }
      const only = begun.find(({ problem }) => problem !== undefined) ?? afterEmpty(begun);
      if (!isStream && only !== undefined) await documents.document(reading, only);
      else if (!isStream) await this.single(reading, wholeOf(begun));
      await this.end(reading);
    } catch (error) {
      const problem = { code: 'unreadable', ...readingFailure(error) };
      await recorder.findings([unreadablePlace({ file: source.name }, problem)]);
    }
  }

  private givenBy({ named }: Source): GivenBy {
    if (!named) return 'folder';
    return this.around.taking.skipsUnrecognised ? 'hook' : 'name';
  }

  /** A file of one document, or one that should have but one. */
  private async single(reading: Reading, whole: string): Promise<void> {
    const { documents, recorder, taken, taking } = this.around;
    const { source, by } = reading;
    const text = new SourceText(source.name, whole);
    if (await documents.longList(reading, text)) return;
    const quick = plainData(whole);
    const [object] = objectsIn(quick) ?? [];
    if (object !== undefined && object.kind !== 'Namespace') {
      await documents.objects(reading, text, quick);
      return;
    }
    const read = importText(whole, { as: source.named ? taking.as : undefined });
    if (read.ok) {
      await this.ownDocument(source, read.document, text);
      return;
    }
    const { found, problem } = read;
    if (found.kind === 'object' || found.kind === 'host' || found.kind === 'other-release') {
      if (objectsIn(dataIn(text)) !== undefined) {
        await documents.objects(reading, text);
        return;
      }
    }
    if (found.kind === 'encrypted' && isPartlyReadable(text)) {
      recorder.tally.recognised();
      const isLocked = sopsOf(text)?.macOnlyEncrypted !== true;
      const unnamed = { name: undefined, namespace: undefined, isLocked };
      await judgeOwn('values', text, this.around, unnamed);
      return;
    }
    if (found.kind === 'host') {
      recorder.tally.recognised();
      await judgeInstalls(hostedInstalls(text, found.host, { taken }), this.around);
      return;
    }
    const reason = skipReason(found, by);
    if (reason === undefined) await recorder.findings([unopened(text, problem)]);
    else this.skip(reading, reason);
  }

  /** What can only be said of a file when all of it has been read. */
  private async end(reading: Reading): Promise<void> {
    const { recorder } = this.around;
    const { by, strangers, passedOver, otherRelease, hasOther } = reading;
    const [stranger] = strangers;
    if (by === 'name' && stranger !== undefined) {
      await recorder.findings([unreadablePlace(stranger.place, unrecognisedWords(agentShape))]);
    } else if (passedOver !== undefined) this.skip(reading, passedOver);
    else if (stranger !== undefined && by !== 'name') this.skip(reading, 'not-recognised');
    // Nothing was judged of a file that somebody named.
    if (by === 'name' && otherRelease !== undefined && !hasOther) {
      await recorder.findings([otherRelease]);
    }
  }

  private skip({ source, by }: Reading, reason: SkipReason): void {
    this.around.recorder.tally.skipFile(reason);
    if (by === 'hook') this.skipped.push(source.name);
  }

  /** values.yaml or namespace.yaml, with the rules of the wizard. */
  private async ownDocument(source: Source, about: DocumentName, text: SourceText): Promise<void> {
    const { namespaces, recorder } = this.around;
    recorder.tally.recognised();
    if (about === 'namespace') {
      const [object] = objectsIn(dataIn(text)) ?? [];
      if (object !== undefined) await recorder.findings(namespaces.meet(object, text, source));
    }
    await judgeOwn(about, text, this.around);
  }
}

/** Whether one of several documents is values of the agent's chart: such a file is refused. */
function isOwn(text: string): boolean {
  const read = importText(text);
  return read.ok
    ? read.document === 'values'
    : read.found.kind === 'encrypted' && read.found.isOurs;
}

/** The one document of a file that begins with empty ones, as helm writes it. */
function afterEmpty(begun: readonly RawDocument[]): RawDocument | undefined {
  const found = begun.slice(1).find(hasContent);
  return found !== undefined && !isOwn(found.text) && !begun.slice(0, 1).some(hasContent)
    ? found
    : undefined;
}

function wholeOf(documents: readonly RawDocument[]): string {
  return documents.map(({ text }) => text).join('');
}
