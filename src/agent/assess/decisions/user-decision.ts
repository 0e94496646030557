import { agentUid } from '../../chart/chart.ts';
import type { Problem } from '../../rules/finding.ts';
import type { Choice, Decision, Given, Wanted } from './decision.ts';
import { givenOr } from './given.ts';

const wants: Wanted = { kind: 'user', label: 'User', example: '1000' };

/** Which user a container runs as whose image's own nobody but its maker knows. */
export function userDecision(
  { rule, id, document, path }: Problem,
  given: Given,
): Decision | undefined {
  if (rule !== 'unknown-user') return undefined;
  const at = path.at(-1) === 'runAsUser' ? path : [...path, 'runAsUser'];
  const set = (value: number): Choice['changes'] => [
    { document, change: { op: 'set', path: at, value } },
  ];
  return {
    problem: id,
    question: 'Which user does the image run as?',
    note: 'The kubelet starts no image under runAsNonRoot whose user is a name or is not known.',
    choices: [
      {
        id: 'agent-user',
        title: `User ${agentUid}, as the agent`,
        consequence:
          'Files are shared without more ado. The image must be able to run as that user.',
        label: `Use ${agentUid}`,
        usual: true,
        changes: set(agentUid),
      },
      {
        id: 'user',
        title: 'The image’s own user',
        consequence: 'Its documentation or its Dockerfile’s USER says which; a number, not a name.',
        label: 'Use this user',
        wants,
        changes: set(Number(givenOr(given, 'user', wants))),
      },
    ],
  };
}
