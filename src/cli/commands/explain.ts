import { checkFacts } from '../../agent/rules/check-facts.ts';
import { agentRules } from '../../agent/rules/facts.ts';
import { preventions } from '../../agent/rules/pod-security-words.ts';
import type { RuleFacts } from '../../agent/rules/rule.ts';
import type { Run } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { complain } from '../output/complain.ts';

/** `explain`: what a rule or a check of the Pod Security Standards is about. */
export const run: Run = async (given, io) => {
  const [id, ...more] = given.positionals;
  if (more.length > 0) return complain(io, { message: 'explain takes one rule.' });
  if (id === undefined) {
    await io.out.write(list());
    return exitCode.admitted;
  }
  const text = textOf(id);
  if (text === undefined) {
    return complain(io, {
      message: `There is no rule ${id}.`,
      remedy: 'explain without a rule lists them.',
    });
  }
  await io.out.write(text);
  return exitCode.admitted;
};

function list(): string {
  const rows = (all: readonly RuleFacts[]) =>
    all.map(({ id, summary }) => `  ${id}\n      ${summary}`);
  return [
    'Rules of the agent:',
    ...rows(agentRules),
    '',
    'Checks of the Pod Security Standards:',
    ...rows(checkFacts),
    '',
  ].join('\n');
}

function textOf(id: string): string | undefined {
  const check = checkFacts.find((known) => known.id === id);
  if (check !== undefined) {
    const { level, summary, fields, allowed, remedy, help, example, versions } = check;
    return [
      `${id} (Pod Security Standards, ${level})`,
      '',
      summary,
      preventions[check.id],
      '',
      'Fields:',
      ...fields.map((field) => `  ${field}`),
      `Allowed: ${allowed}.`,
      '',
      `${remedy} For example:`,
      ...example.split('\n').map((line) => `  ${line}`),
      '',
      'Versions:',
      ...versions.map(({ since, says }) => `  v1.${since}: ${says}`),
      '',
      help,
      '',
    ].join('\n');
  }
  const rule = agentRules.find((known) => known.id === id);
  if (rule === undefined) return undefined;
  const { summary, effects, remedy, help } = rule;
  return [`${id} (${effects.join(' or ')})`, '', summary, remedy, '', help, ''].join('\n');
}
