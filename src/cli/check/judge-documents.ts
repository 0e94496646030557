import { agentShape } from '../../agent/documents/agent-shape.ts';
import { importText } from '../../agent/documents/import-document.ts';
import { isValuesOf } from '../../sources/chart-shape.ts';
import { type Host, hostIn } from '../../sources/hosts/host-in.ts';
import { otherReleaseWords, severalWords } from '../../sources/words.ts';
import { isObject } from '../../yaml/value.ts';
import type { Taken } from '../hosted/taken.ts';
import { jsonData } from '../input/json-list.ts';
import type { RawDocument } from '../input/split-documents.ts';
import type { Diagnostic } from '../report/report.ts';
import { skipReason } from '../skipping.ts';
import { hasContent } from './content.ts';
import { hostedInstalls } from './hosted-installs.ts';
import { judgeObject } from './judge-object.ts';
import { judgeInstalls } from './judge-own.ts';
import type { KnownNamespaces } from './known-namespaces.ts';
import { namespaceLabelErrors } from './namespaces.ts';
import type { Overrides } from './overrides.ts';
import type { Reading } from './reading.ts';
import type { Recorder } from './recorder.ts';
import { SourceText } from './source-text.ts';
import { dataIn, longJsonList, plainData } from './text-objects.ts';
import { unopened, unreadable, unreadablePlace } from './unreadable.ts';
import { type KubernetesObject, objectsIn, objectsInItem, templateOf } from './workloads.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly recorder: Recorder;
  /** What is judged as a layer of an install. */
  readonly taken: Taken | undefined;
}

/** Judges documents that hold objects of Kubernetes. */
export class DocumentJudge {
  private readonly overrides: Overrides;
  private readonly namespaces: KnownNamespaces;
  private readonly recorder: Recorder;
  private readonly taken: Taken | undefined;

  constructor({ overrides, namespaces, recorder, taken }: Surroundings) {
    this.overrides = overrides;
    this.namespaces = namespaces;
    this.recorder = recorder;
    this.taken = taken;
  }

  /** A document of a stream of manifests. */
  async document(reading: Reading, document: RawDocument): Promise<void> {
    const { source } = reading;
    const text = new SourceText(source.name, document.text, document);
    if (document.problem !== undefined) {
      const place = text.placeOf({ offset: 0, length: 0 });
      await this.recorder.findings([unreadablePlace(place, document.problem)]);
      return;
    }
    if (!hasContent(document) || (await this.longList(reading, text))) return;
    const data = plainData(document.text);
    const problem = data === undefined ? text.tree.problems[0] : undefined;
    if (problem !== undefined) await this.broken(reading, text);
    else await this.objects(reading, text, data);
  }

  /** A document that is no YAML. One line is enough for a template, whatever its other documents. */
  private async broken(reading: Reading, text: SourceText): Promise<void> {
    const read = importText(text.text);
    if (read.ok) return;
    const reason = skipReason(read.found, reading.by);
    if (reason !== undefined) {
      reading.passedOver ??= reason;
      return;
    }
    const isTemplate = read.found.kind === 'template';
    if (isTemplate && reading.isTemplate) return;
    reading.hasOther = true;
    // The other documents of a template are no more than it is.
    if (isTemplate) {
      reading.isTemplate = true;
      reading.strangers = [];
    }
    await this.recorder.findings([unopened(text, read.problem)]);
  }

  /**
   * A List in JSON that is too long to be read as a whole is read item by item.
   * @returns whether it was one
   */
  async longList(reading: Reading, whole: SourceText): Promise<boolean> {
    const list = longJsonList(whole);
    if (list === undefined) return false;
    for (const { text, offset } of list.items) {
      const item = whole.piece(text, offset);
      const data = jsonData(text) ?? dataIn(item);
      const [problem] = data === undefined ? item.tree.problems : [];
      if (problem !== undefined) await this.recorder.findings([unreadable(item, problem)]);
      else await this.each(reading, item, objectsInItem(data, list.envelope));
    }
    return true;
  }

  /** The objects of a document whose data is known, or can be read. */
  async objects(reading: Reading, text: SourceText, data = dataIn(text)): Promise<void> {
    if (data === undefined || data === null || isPulled(data)) return;
    await this.each(reading, text, objectsIn(data), data);
  }

  private async each(
    reading: Reading,
    text: SourceText,
    objects: readonly KubernetesObject[] | undefined,
    data?: unknown,
  ): Promise<void> {
    if (objects === undefined) await this.stranger(reading, text, data);
    for (const object of objects ?? []) {
      reading.hasObject = true;
      await this.flush(reading);
      if (object.kind === '') await this.recorder.findings([noObject(text, object.path)]);
      else await this.object(reading, object, text);
    }
  }

  /** A document that is no object. In a file without any object it is a file of another kind. */
  private async stranger(reading: Reading, text: SourceText, data: unknown): Promise<void> {
    if (isValuesOf(data, agentShape)) {
      const problem = { ...severalWords, range: { offset: 0, length: 0 } };
      await this.recorder.findings([unreadable(text, problem)]);
      return;
    }
    if (reading.isTemplate) return;
    reading.strangers.push(noObject(text, []));
    if (reading.hasObject) await this.flush(reading);
  }

  private async flush(reading: Reading): Promise<void> {
    const { strangers } = reading;
    reading.strangers = [];
    await this.recorder.findings(strangers);
  }

  /** What installs charts: the agent's are judged in place, of others nothing is said. */
  private async host(
    reading: Reading,
    object: KubernetesObject,
    host: Host,
    text: SourceText,
  ): Promise<void> {
    const { installs } = host;
    const { taken } = this;
    if (object.path.length === 0 && taken?.has(text.file, object.data) === true) {
      reading.hasOther = true;
      return;
    }
    if (installs.length > 0) {
      reading.hasOther = true;
      const { overrides, namespaces, recorder } = this;
      const opened = hostedInstalls(text, host, { at: object.path, taken });
      await judgeInstalls(opened, { overrides, namespaces, recorder });
      return;
    }
    this.recorder.tally.skip(object.kind);
    const words = otherReleaseWords(host.kind, agentShape);
    reading.otherRelease ??= unreadablePlace(text.placeAt([...object.path, 'kind']), words);
  }

  private async object(
    reading: Reading,
    object: KubernetesObject,
    text: SourceText,
  ): Promise<void> {
    const { source } = reading;
    this.recorder.tally.recognised();
    const host = hostIn(
      { ...object.data, kind: object.kind, apiVersion: object.apiVersion },
      agentShape,
    );
    if (host !== undefined) {
      await this.host(reading, object, host, text);
      return;
    }
    reading.hasOther = true;
    if (object.kind === 'Namespace' && object.apiVersion === 'v1') {
      await this.recorder.findings(this.namespaces.meet(object, text, source));
      await this.recorder.findings(namespaceLabelErrors(object, text));
      return;
    }
    const template = templateOf(object);
    if (template === undefined) {
      this.recorder.tally.skip(object.kind);
      return;
    }
    const policy = this.namespaces.policies.for(object.namespace);
    const { verdict, diagnostics } = judgeObject({ object, template, policy, source: text });
    if (verdict === undefined) this.recorder.tally.object('admitted', policy.enforce.text);
    else await this.recorder.verdict(verdict);
    await this.recorder.findings(diagnostics);
  }
}

/** What Helm prints of a chart from a registry, before what it renders. */
function isPulled(data: unknown): boolean {
  return isObject(data) && 'Pulled' in data && 'Digest' in data && Object.keys(data).length === 2;
}

function noObject(text: SourceText, path: KubernetesObject['path']): Diagnostic {
  return unreadablePlace(text.placeAt(path), {
    code: 'no-object',
    message: 'This is no Kubernetes object: it has no apiVersion or no kind.',
    remedy: 'Give it both, or take it out.',
  });
}
