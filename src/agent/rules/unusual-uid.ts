import { valueAt } from '../documents/plain.ts';
import { agentIndex, effective, originOf } from '../judge/pods/chart-pod.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * The agent's image is made for user 50000 and Sentinel's for 5000. Another user has no home
 * folder and no entry in the image's passwd, and owns none of its files.
 * Source: the comments of the chart's values.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const [variant] = pod.variants;
    const index = agentIndex(pod);
    const user = effective(variant, index, 'runAsUser');
    if (typeof user !== 'number' || user === 0 || user === pod.facts.uid) return [];
    const container = pod.containers[index];
    const own = valueAt(variant.containerContexts[index]?.value, 'runAsUser') === user;
    const place = own && container ? ['spec', ...container.place] : ['spec'];
    return [
      finding({
        rule: 'unusual-uid',
        effect: 'advice',
        message: `runAsUser ${user} is not the image’s own user ${pod.facts.uid}`,
        why: 'The image’s files and home folder belong to its own user; try the image with another one before you rely on it.',
        path: originOf(pod, variant, [...place, 'securityContext', 'runAsUser']),
        pod: pod.id,
      }),
    ];
  });

export const unusualUid: Rule = {
  id: 'unusual-uid',
  summary: 'A pod runs as another user than its image was made for.',
  remedy: 'Use the image’s own user, or try the image with the other one first.',
  help: pages.guide,
  effects: ['advice'],
  check,
};
