import { create } from 'zustand';
import type { DocumentProblem } from '../agent/assess/assessment.ts';
import { wizard } from './store.ts';
import { unreadIn } from './use-present.ts';
import { useWizard } from './use-wizard.ts';

/*
 * While a text cannot be read, the form pauses. Between two letters of a new key almost every text
 * is in that state, so the page says so only when it lasts; writing stops at once (fields/use-assessed).
 */

/** Milliseconds that a text stays unreadable before the page says so. */
const patience = 500;

const usePause = create<{ readonly paused: boolean }>()(() => ({
  paused: unreadIn(wizard.getState().settled).length > 0,
}));

let timer: number | undefined;

wizard.subscribe(({ settled }, before) => {
  if (settled === before.settled) return;
  if (unreadIn(settled).length === 0) {
    window.clearTimeout(timer);
    timer = undefined;
    usePause.setState({ paused: false });
  } else {
    timer ??= window.setTimeout(() => usePause.setState({ paused: true }), patience);
  }
});

const none: readonly DocumentProblem[] = [];

/** Why the form is paused: each document that cannot be read; empty while it is not. */
export function usePaused(): readonly DocumentProblem[] {
  const paused = usePause((state) => state.paused);
  const unread = useWizard(({ settled }) => unreadIn(settled));
  return paused ? unread : none;
}
