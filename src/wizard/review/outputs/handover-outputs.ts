import { archiveEntries } from '../../../handover/archive/entries.ts';
import { zipOf } from '../../../handover/archive/zip.ts';
import { commandsToPaste } from '../../../handover/commands/output.ts';
import { commandSteps } from '../../../handover/commands/steps.ts';
import type { FieldId } from '../../../handover/field-id.ts';
import { askedFields, fieldFacts, fieldValue } from '../../../handover/fields.ts';
import type { HandoverInput } from '../../../handover/input.ts';
import { readInput } from '../../../handover/made.ts';
import type { Output } from '../../../handover/output.ts';
import { outputs } from '../../../handover/outputs.ts';
import type { MadeOutput, OutputField, ReviewOutput, ReviewOutputs } from './review-output.ts';

/** Every output as Review shows it, and the archive of the same texts. */
export function handoverOutputs(input: HandoverInput): ReviewOutputs {
  return {
    list: outputs.map((output) => reviewOutput(output, input)),
    archive: {
      name: 'restricted-agent.zip',
      says: 'Every output, and a README that says what each is for.',
      bytes: () => zipOf(archiveEntries(input)),
    },
  };
}

function reviewOutput(output: Output, input: HandoverInput): ReviewOutput {
  const { id, group, title, kind, fields } = output;
  return {
    id,
    group,
    title,
    kind: kind(input),
    fields: askedFields(input, fields).map((field) => outputField(field, input)),
    make: onceMade(() => madeOutput(output, input)),
  };
}

/** Made when it is first shown, and never twice. */
function onceMade(make: () => MadeOutput): () => MadeOutput {
  let made: MadeOutput | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function madeOutput(output: Output, input: HandoverInput): MadeOutput {
  const made = output.make(input);
  const read = readInput(input);
  if (output.id !== 'commands' || !made.ok || !('assessment' in read)) return made;
  const steps = commandSteps(read);
  return { ...made, steps: { each: steps, all: commandsToPaste(steps) } };
}

function outputField(id: FieldId, input: HandoverInput): OutputField {
  const { label, placeholder, choices, usual, complaint } = fieldFacts[id];
  const value = fieldValue(input, id);
  const reason = complaint(value);
  return {
    id,
    label,
    value,
    // An emptied field has its usual value, and says which that is.
    placeholder: placeholder ?? usual(input),
    ...(choices === undefined ? {} : { choices }),
    ...(reason === undefined ? {} : { complaint: reason }),
  };
}
