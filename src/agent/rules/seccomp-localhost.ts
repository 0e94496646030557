import { pages } from './pages.ts';
import { refused } from './refused.ts';
import type { Check, Rule } from './rule.ts';

/** `type: Localhost` needs a localhostProfile, a path on the node, and no other type may have one. */
const check: Check = (model) =>
  refused(model, 'seccomp-localhost', ({ kind, message }) => {
    if (kind === 'Required value')
      return { message: 'seccompProfile Localhost needs a localhostProfile' };
    return message.includes('can only be set')
      ? { message: 'localhostProfile is only for seccompProfile Localhost' }
      : {};
  });

export const seccompLocalhost: Rule = {
  id: 'seccomp-localhost',
  summary: 'A seccomp profile of type Localhost has no localhostProfile, or another type has one.',
  remedy: 'Use RuntimeDefault without localhostProfile, or Localhost with one.',
  help: pages.seccomp,
  effects: ['rejected'],
  check,
};
