import { agentUid, sentinelUid } from '../../agent/chart/chart.ts';
import { platformAssigned } from '../../agent/settings/settings.ts';

/** Whose image runs as the user that is asked for. */
export type ImageOwner = 'agent' | 'sentinel';

const users: Readonly<Record<ImageOwner, { readonly uid: string; readonly words: string }>> = {
  agent: { uid: String(agentUid), words: 'The image’s own user, astro' },
  sentinel: { uid: String(sentinelUid), words: 'The image’s own user' },
};

/** What a user ID is to the image, under the ID's control. */
export function userReason(value: unknown, owner: ImageOwner): string {
  const { uid, words } = users[owner];
  if (value === platformAssigned) return 'Left to the platform';
  if (value === '') return 'Not set in this file';
  return value === uid ? words : `The image’s own is ${uid}`;
}
