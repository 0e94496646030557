import { expect, test } from 'vitest';
import type { ModeOutcome } from '../../../src/agent/judge/mode-outcome.ts';
import { MODES } from '../../../src/pss/index.ts';
import { modeSentence } from '../../../src/wizard/steps/mode-sentence.ts';

const outcome = (given: Partial<ModeOutcome>): ModeOutcome => ({
  checks: true,
  all: 4,
  breaking: [],
  refused: 0,
  unknown: 0,
  ...given,
});

test.each([
  {
    name: 'some pods break it',
    given: outcome({ breaking: ['a', 'b', 'c'] }),
    expected: [
      'rejected: Rejects 3 of 4 pods. The Deployment of each is accepted, so the install looks fine and nothing starts.',
      'fails: Notes 3 of 4 pods, and the Deployment behind each. Whoever installs is not told.',
      'fails: Warns of 3 of 4 Deployments. Nothing is held back.',
    ],
  },
  {
    name: 'some break it and some cannot be judged',
    given: outcome({ all: 1, breaking: ['a'], unknown: 2 }),
    expected: [
      'rejected: Rejects 1 of 1 pod, 2 cannot be judged. The Deployment of each is accepted, so the install looks fine and nothing starts.',
      'fails: Notes 1 of 1 pod, and the Deployment behind each, 2 cannot be judged. Whoever installs is not told.',
      'fails: Warns of 1 of 1 Deployment, 2 cannot be judged. Nothing is held back.',
    ],
  },
  {
    name: 'some break it whose Deployment is refused in any case',
    given: outcome({ breaking: ['a', 'b'], refused: 1 }),
    expected: [
      'rejected: Rejects 2 of 4 pods. The API server refuses 1 of 4 Deployments before that.',
      'fails: Notes 2 of 4 pods, and the Deployment behind each. The API server refuses 1 of 4 Deployments before that.',
      'fails: Warns of 2 of 4 Deployments. The API server refuses 1 of 4 Deployments before that.',
    ],
  },
  {
    name: 'each is refused in any case',
    given: outcome({ all: 1, breaking: ['a'], refused: 1 }),
    expected: [
      'rejected: Rejects 1 of 1 pod. The API server refuses every Deployment before that.',
      'fails: Notes 1 of 1 pod, and the Deployment behind each. The API server refuses every Deployment before that.',
      'fails: Warns of 1 of 1 Deployment. The API server refuses every Deployment before that.',
    ],
  },
  {
    name: 'one cannot be judged',
    given: outcome({ unknown: 1 }),
    expected: Array.from({ length: 3 }, () => 'fails: 1 of 4 pods cannot be judged.'),
  },
  {
    name: 'none breaks it',
    given: outcome({}),
    expected: [
      'admitted: Admits 4 of 4 pods.',
      'admitted: Nothing to note.',
      'admitted: Nothing to warn of.',
    ],
  },
  {
    name: 'it makes no check',
    given: outcome({ checks: false }),
    expected: [
      'neutral: Checks nothing: any pod is admitted.',
      'neutral: Checks nothing, so it notes nothing.',
      'neutral: Checks nothing, so it warns of nothing.',
    ],
  },
  {
    name: 'there are no pods',
    given: outcome({ all: 0 }),
    expected: Array.from({ length: 3 }, () => 'neutral: No pods in this file.'),
  },
])('$name', ({ given, expected }) => {
  const said = MODES.map((mode) => {
    const { tone, says, remark } = modeSentence(mode, given);
    return `${tone}: ${[says, remark].filter(Boolean).join(' ')}`;
  });
  expect(said).toEqual(expected);
});
