import { posix } from 'node:path';
import { assess } from '../../agent/assess/assess.ts';
import { fixEverything } from '../../agent/assess/fix-everything.ts';
import type { RepairOptions } from '../../agent/assess/fix-rounds.ts';
import { fileNames } from '../../agent/documents/documents.ts';
import type { Fields } from '../../handover/field-id.ts';
import type { ChangedFile, HandoverInput } from '../../handover/input.ts';
import { documentsOf } from '../check/judge-values.ts';
import type { SourceText } from '../check/source-text.ts';
import type { Install } from '../fix/installs.ts';
import { standardInput } from '../input/sources.ts';
import { diffName } from '../output/diff-name.ts';

/**
 * What an install comes to after Fix everything, beside what it was. A Namespace that was not
 * given is a new file beside the values.
 */
export function handoverInput(
  install: Install & { readonly values: SourceText },
  fields: Fields,
  options: RepairOptions,
  cwd: string,
): HandoverInput {
  const { values, namespace } = install;
  const given = documentsOf(install);
  const { documents } = fixEverything(given, options);
  const valuesFile: ChangedFile = {
    name: nameIn(values, fileNames.values, cwd),
    document: 'values',
    before: values.text,
    after: documents.values,
  };
  const beside = posix.join(posix.dirname(valuesFile.name), fileNames.namespace);
  const namespaceFile: ChangedFile = {
    name: namespace === undefined ? beside : nameIn(namespace, fileNames.namespace, cwd),
    document: 'namespace',
    ...(namespace === undefined ? {} : { before: namespace.text }),
    after: documents.namespace,
  };
  return {
    files: [valuesFile, namespaceFile],
    before: assess(given),
    now: assess(documents),
    fields,
  };
}

function nameIn({ file }: SourceText, fallback: string, cwd: string): string {
  return file === standardInput ? fallback : diffName(file, cwd);
}
