import type { FieldId } from '../field-id.ts';
import { type HandoverInput, type ReadInput, valuesName } from '../input.ts';
import { madeOf } from '../made.ts';
import { type Made, type Output, refused } from '../output.ts';
import { secretReason, variablesOf } from './secret-command.ts';
import { neededSecrets, type SecretNeed } from './secrets.ts';
import { type CommandStep, commandSteps } from './steps.ts';

const fields: readonly FieldId[] = ['releaseName', 'chartVersion', 'kubeContext', 'valuesFile'];

/** What installs the agent from a shell. */
export const commands: Output = {
  id: 'commands',
  group: 'Install',
  title: 'Commands',
  kind: (input) => {
    const made = make(input);
    const [count] = made.ok ? made.files.map(({ says }) => says.split(',')[0]) : [];
    return `${count ?? 'In order'}, POSIX shell`;
  },
  purpose: 'What installs or upgrades the agent from a POSIX shell, step by step.',
  folder: '',
  fields,
  make,
};

function make(input: HandoverInput): Made {
  if (input.isHosted) {
    return refused(
      `The values stand in ${valuesName(input)}, which is applied as it is: no command is given them.`,
    );
  }
  return madeOf(input, fields, (read) => script(read, commandSteps(read)));
}

function script(input: ReadInput, steps: readonly CommandStep[]): Made {
  const needs = neededSecrets(input.assessment.trees.values);
  const able = needs.filter((need) => secretReason(need) === undefined);
  const variables = variablesOf(able);
  const head = [
    '#!/bin/sh',
    `# Installs the agent with ${commentText(valuesName(input))}, from the folder that this path starts in.`,
    ...(variables.length === 0 ? [] : [`# Set ${listed(variables)} in your shell first.`]),
    ...needs.flatMap(byHand),
    'set -eu',
  ];
  const blocks = steps.map(({ title, command }, index) => `# ${index + 1}. ${title}\n${command}\n`);
  const { length } = steps;
  return {
    ok: true,
    files: [
      {
        name: 'commands.sh',
        says: `${length} steps, any POSIX shell`,
        text: `${head.join('\n')}\n\n${blocks.join('\n')}`,
      },
    ],
    ...noteOf(variables, needs),
  };
}

/** What to do before: variables to set, and Secrets that no command can make. */
function noteOf(variables: readonly string[], needs: readonly SecretNeed[]) {
  const names = listed(variables.map((name) => `\`${name}\``));
  const notes = [
    ...(variables.length === 0
      ? []
      : [`Set ${names} in your shell first. This page never asks for them.`]),
    ...needs.flatMap((need) => secretReason(need) ?? []),
  ];
  return notes.length === 0 ? {} : { note: notes.join(' ') };
}

/** All steps as they are pasted into a shell: without comments, which some shells do not take. */
export function commandsToPaste(steps: readonly CommandStep[]): string {
  return steps.map(({ command }) => command).join('\n');
}

/** Of a Secret that no command can make. */
function byHand(need: SecretNeed): readonly string[] {
  const reason = secretReason(need);
  return reason === undefined ? [] : [`# Not made here: ${commentText(reason)}`];
}

/** Text that ends with its line. */
function commentText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
