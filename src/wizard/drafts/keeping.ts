import { create } from 'zustand';
import type { Credential, Keeping } from '../../share/draft.ts';
import type { Outcome } from '../stored.ts';

/** Where the present work is kept, and why not where it was meant to be. */
export interface Kept {
  readonly where: Keeping;
  readonly problem?: Exclude<Outcome, 'kept'>;
  /** Why it is kept nowhere without being asked. */
  readonly credential?: Credential;
}

interface KeepingState {
  /** Where somebody asked for the present work to be kept; undefined: nobody did. */
  readonly chosen: Keeping | undefined;
  readonly kept: Kept;
  /** The reason that somebody has read and put away. */
  readonly dismissed: string | undefined;
}

export const useKeeping = create<KeepingState>()(() => ({
  chosen: undefined,
  kept: { where: 'tab' },
  dismissed: undefined,
}));

const wayOut = 'Download your files before you close it.';

/** Why the present work is not kept as it should be, for people; undefined while it is. */
export function whyNotKept({ where, problem, credential }: Kept): string | undefined {
  if (credential) {
    const line = credential.line === undefined ? '' : ` on line ${credential.line}`;
    return `This work is not kept, not even for a reload of the tab: ${credential.what}${line} looks like a credential.`;
  }
  if (problem === 'full') {
    const still = where === 'tab' ? 'is kept for this tab alone' : 'is not kept';
    return `The browser’s storage is full, so this work ${still}. Delete earlier drafts on Start. ${wayOut}`;
  }
  if (problem === 'blocked') {
    return `The browser does not let this page store anything, so this work lasts as long as the tab is open. ${wayOut}`;
  }
  return undefined;
}

/** Takes a reason as read. */
export function dismissWhyNotKept(): void {
  useKeeping.setState(({ kept }) => ({ dismissed: whyNotKept(kept) }));
}
