import { valueIn } from '../../agent/documents/plain.ts';
import { hardening } from '../../harden/hardening.ts';
import type { Recognition } from '../../sources/recognise.ts';
import { splitText } from '../../sources/split-text.ts';
import { changeText } from '../../yaml/change-text.ts';
import { judgeObject } from '../check/judge-object.ts';
import { KnownNamespaces } from '../check/known-namespaces.ts';
import type { Overrides } from '../check/overrides.ts';
import { SourceText } from '../check/source-text.ts';
import { decides } from '../check/tally.ts';
import { dataIn } from '../check/text-objects.ts';
import { objectsIn, templateOf } from '../check/workloads.ts';
import type { Diagnostic } from '../report/report.ts';
import type { FixedFiles } from './fix-files.ts';

/** What may stand in a file of manifests; anything else in it is for its own reader. */
const kinds: ReadonlySet<Recognition['kind']> = new Set([
  'object',
  'namespace',
  'nothing',
  'other-release',
]);

/** Whether a text is manifests, at least one of which is a pod or makes pods. */
export function holdsPods(text: string, found: Recognition): boolean {
  const parts = found.kind === 'documents' ? found.parts : [{ recognition: found }];
  if (!parts.every(({ recognition }) => kinds.has(recognition.kind))) return false;
  return documentsIn(new SourceText('', text)).some((document) => podsIn(document).length > 0);
}

/** What each file of manifests is after hardening, as far as its namespaces ask for that. */
export function repairManifests(
  sources: readonly SourceText[],
  namespaces: readonly SourceText[],
  overrides: Overrides,
): FixedFiles {
  const known = new KnownNamespaces(overrides);
  for (const source of [...namespaces, ...sources].flatMap(documentsIn)) {
    for (const object of objectsIn(dataIn(source)) ?? []) {
      if (object.kind === 'Namespace' && object.apiVersion === 'v1') known.learn(object, source);
    }
  }
  const repaired = sources.map((source) => repairOne(source, known));
  return {
    files: repaired.map(({ source, text }) => [source, new SourceText(source.file, text)]),
    applied: repaired.reduce((all, { applied }) => all + applied, 0),
    refused: repaired.flatMap(({ refused }) => refused),
    left: repaired.flatMap(({ left }) => left),
    isSound: repaired.every(
      ({ refused, left }) => refused.length === 0 && !left.some(({ effect }) => decides(effect)),
    ),
  };
}

function repairOne(source: SourceText, known: KnownNamespaces) {
  const refused: string[] = [];
  const texts = documentsIn(source).map((document) => {
    const changes = podsIn(document).flatMap((pod) =>
      judged(document, pod, known).length === 0 ? [] : hardening(pod.data, pod.at),
    );
    const result = changeText(document.text, changes);
    for (const { message, remedy } of result.refused) {
      refused.push(`${source.file}: ${document.discretion.message(`${message} ${remedy}`)}`);
    }
    return result.text;
  });
  const text = texts.join('');
  const left = diagnosticsOf(new SourceText(source.file, text), known);
  const applied = diagnosticsOf(source, known).length - left.length;
  return { source, text, refused, left, applied };
}

function diagnosticsOf(source: SourceText, known: KnownNamespaces): readonly Diagnostic[] {
  return documentsIn(source).flatMap((document) =>
    podsIn(document).flatMap((pod) => judged(document, pod, known)),
  );
}

function judged(document: SourceText, { object, template }: Pods, known: KnownNamespaces) {
  const policy = known.policies.for(object.namespace);
  return judgeObject({ object, template, policy, source: document }).diagnostics;
}

/** Each document as a text of its own, which knows its place in the file. */
function documentsIn(source: SourceText): readonly SourceText[] {
  return splitText(source.text).map(({ text, offset }) => source.piece(text, offset));
}

type Pods = ReturnType<typeof podsIn>[number];

/** The pods and pod templates of a document. */
function podsIn(document: SourceText) {
  return (objectsIn(dataIn(document)) ?? []).flatMap((object) => {
    const template = templateOf(object);
    if (template === undefined) return [];
    const at = [...object.path, ...template];
    return [{ object, template, at, data: valueIn(object.data, template) }];
  });
}
