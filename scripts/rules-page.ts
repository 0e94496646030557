import { type CheckFacts, checkFacts } from '../src/agent/rules/check-facts.ts';
import { agentRules } from '../src/agent/rules/facts.ts';
import type { RuleFacts } from '../src/agent/rules/rule.ts';

const intro = `# Rules

<!-- Written by \`npm run rules\` from src/agent/rules/: change it there. -->

What \`check\` and the wizard can find. \`restricted-agent explain RULE\` says the same on a terminal. A finding is *rejected* (the API server refuses it), *fails* (admitted, then crashes, loses logs or does not do its work), *warned* (only the warn or audit mode objects) or *advice* (never part of the verdict).`;

/** docs/rules.md. */
export function rulesPage(): string {
  return [
    intro,
    '## Rules of the agent',
    ...agentRules.map(agentRule),
    '## Checks of the Pod Security Standards',
    ...checkFacts.map(check),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function agentRule(facts: RuleFacts): string {
  return `### ${facts.id}\n\n${facts.effects.map((effect) => `*${effect}*`).join(', ')}. ${facts.summary}\n\n${facts.remedy} [Read more](${facts.help})`;
}

function check(facts: CheckFacts): string {
  const { id, level, summary, fields, allowed, remedy, help, example, versions } = facts;
  const lines = [
    `### ${id}`,
    `Level *${level}*. ${summary}`,
    `Fields: ${fields.map((field) => `\`${field}\``).join(', ')}. Allowed: ${allowed}.`,
    `${remedy} [Read more](${help})`,
    `\`\`\`yaml\n${example}\n\`\`\``,
    versions.map(({ since, says }) => `- v1.${since}: ${says}`).join('\n'),
  ];
  return lines.join('\n\n');
}
