import { readFileSync } from 'node:fs';
import { assess } from '../../src/agent/assess/assess.ts';
import { fixEverything } from '../../src/agent/assess/fix-everything.ts';
import type { Documents } from '../../src/agent/documents/documents.ts';
import { adoptNamespace } from '../../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../src/agent/starter/starter.ts';
import type { Fields } from '../../src/handover/field-id.ts';
import type { HandoverInput } from '../../src/handover/input.ts';
import type { Made, MadeFile } from '../../src/handover/output.ts';

export function sample(name: string): string {
  return readFileSync(`tests/samples/${name}`, 'utf8');
}

/** A values text with the starter's Namespace of its name. */
export function documentsWith(values: string): Documents {
  return adoptNamespace({ ...starter(), values });
}

/** What there is to hand over of documents that were others before; without them the values are new. */
export function inputOf(now: Documents, before?: Documents, fields: Fields = {}): HandoverInput {
  return {
    files: [
      {
        name: 'agents/values.yaml',
        document: 'values',
        after: now.values,
        ...(before === undefined ? {} : { before: before.values }),
      },
      { name: 'agents/namespace.yaml', document: 'namespace', after: now.namespace },
    ],
    ...(before === undefined ? {} : { before: assess(before) }),
    now: assess(now),
    fields,
  };
}

/** A sample after Fix everything. */
export function repairedInput(name: string, fields: Fields = {}): HandoverInput {
  const before = documentsWith(sample(name));
  return inputOf(fixEverything(before).documents, before, fields);
}

/** The files of an output that there has to be. */
export function filesOf(made: Made): readonly MadeFile[] {
  if (!made.ok) throw new RangeError(made.reason);
  return made.files;
}

/** The one text of an output that there has to be. */
export function textOf(made: Made): string {
  const [file] = filesOf(made);
  if (file === undefined) throw new RangeError('No file');
  return file.text;
}
