import { verdictSentence } from '../../agent/assess/verdict-sentence.ts';
import type { HandoverInput } from '../input.ts';
import { groups } from '../output.ts';
import { code, prose } from '../pull-request/markdown.ts';
import { entryName, type MadeOutput } from './entry.ts';

/** What each file is, and what there is not and why. */
export function readme({ now }: HandoverInput, all: readonly MadeOutput[]): string {
  const parts = groups.flatMap((group) => {
    const own = all.filter(({ output }) => output.group === group);
    return [`## ${group}`, '', ...own.flatMap(itemsOf), ''];
  });
  const verdict = now.ok ? verdictSentence(now.assessment) : undefined;
  return [
    '# The Remote Execution Agent in a restricted namespace',
    '',
    verdict === undefined
      ? 'A text cannot be read as it is now, so nothing is known of its pods.'
      : `${verdict.before} ${code(verdict.policy)}${verdict.after}.`,
    'Of the forms of the same settings (commands, Argo CD, Flux, Kustomize, Terraform) one is enough.',
    '',
    ...parts,
  ].join('\n');
}

function itemsOf({ output, made }: MadeOutput): readonly string[] {
  if (!made.ok) return [`- ${output.title}: not here. ${prose(made.reason)}`];
  const names = made.files.map(({ name }) => code(entryName(output, name)));
  return [`- ${names.join(', ')}: ${output.purpose}`];
}
