import { reaches } from '../judge/pods/reach.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * What Flux, Terraform, Argo CD, Jinja or SOPS puts into the file before Helm reads it: `${NAME}`,
 * `{{name}}`, `ENC[...]`. Where only its form matters it is taken to be right.
 */
const check: Check = ({ later, all }) => {
  const names = [...new Set(later.flatMap((one) => one.names))];
  return later.map(({ path, reason }) =>
    finding({
      rule: 'known-later',
      effect: 'advice',
      message: `Still to be filled in: ${names.join(', ')}`,
      why: reason ?? 'Until then its form is taken to be right.',
      path,
      pod: reason === undefined ? undefined : all.find((pod) => reaches(path, pod))?.id,
    }),
  );
};

export const knownLater: Rule = {
  id: 'known-later',
  summary: 'A value is filled in by another program before Helm reads the file.',
  remedy: 'Fill it in, and check the result.',
  help: pages.helmValues,
  effects: ['advice'],
  check,
};
