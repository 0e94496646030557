import type { CheckId } from '../../../pss/index.ts';
import type { Path } from '../../../yaml/path.ts';
import { dataOf } from '../../../yaml/value.ts';
import { valueIn } from '../../documents/plain.ts';
import type { Problem } from '../../rules/finding.ts';
import type { Assessment } from '../assessment.ts';
import type { Decision } from './decision.ts';
import { isCheck, leaveLevel } from './leave-level.ts';

interface Words {
  readonly question: string;
  /** What is taken out, as a button says it: "Remove hostPort". */
  readonly what: string;
  readonly consequence: string;
  /** What only a looser level takes. */
  readonly kept: string;
}

const words: Readonly<Partial<Record<CheckId, Words>>> = {
  hostPorts: {
    question: 'How is the port reached without the node’s?',
    what: 'hostPort',
    consequence:
      'The container still listens in the pod. What reached it at the node’s address needs a Service.',
    kept: 'ports of the node',
  },
  hostProbesAndHostLifecycle: {
    question: 'Must this be asked at another host?',
    what: 'host',
    consequence: 'The pod itself is asked at the same port, as is usual.',
    kept: 'another host in a probe or hook',
  },
  seLinuxOptions: {
    question: 'Does the process need an SELinux context of its own?',
    what: 'this SELinux option',
    consequence: 'The runtime then gives the container its usual, confined context.',
    kept: 'other SELinux contexts',
  },
  sysctls: {
    question: 'Does the pod need this kernel parameter?',
    what: 'this sysctl',
    consequence: 'The pod then has the node’s own value of it.',
    kept: 'this sysctl',
  },
  windowsHostProcess: {
    question: 'Must this be a process of a Windows node?',
    what: 'hostProcess',
    consequence: 'The container then runs as every other one does.',
    kept: 'host processes',
  },
  appArmorProfile: {
    question: 'Which AppArmor profile may hold?',
    what: 'this profile',
    consequence: 'The runtime’s own profile then holds.',
    kept: 'other AppArmor profiles',
  },
};

/** What to do about a field that the standard forbids and that nothing can stand in for. */
export function removalDecision(assessment: Assessment, problem: Problem): Decision | undefined {
  const { rule, path, document } = problem;
  const known = isCheck(rule) ? words[rule] : undefined;
  if (!isCheck(rule) || known === undefined || document !== 'values') return undefined;
  const { root } = assessment.trees.values;
  const taken = takenOut(rule, path);
  if (root === undefined || valueIn(dataOf(root), taken) === undefined) return undefined;
  const { question, what, consequence, kept } = known;
  return {
    problem: problem.id,
    question,
    choices: [
      {
        id: 'remove',
        title: `Remove ${what}`,
        consequence,
        label: 'Remove',
        usual: true,
        changes: [{ document, change: { op: 'remove', path: taken } }],
      },
      leaveLevel(rule, kept),
    ],
  };
}

/** A sysctl goes with its value. */
function takenOut(check: CheckId, path: Path): Path {
  const end = check === 'sysctls' && path.at(-1) === 'name' ? -1 : path.length;
  return path.slice(0, end);
}
