import { assessmentOf } from './assessment-of.ts';
import { isUnsettled, settle, useWizard } from './store.ts';

/** Milliseconds that what derives may be behind the text while letters keep coming. */
const patience = 250;

let begun: number | undefined;

/**
 * Lets what derives catch up after the next frames: one in which the letter is painted, one for
 * working out what it means, one for showing that. A large file takes all of a frame for each, and
 * whoever types should not wait for them. Nobody acts on what is behind: every action settles first.
 */
export function settleSoon(): void {
  if (begun !== undefined) return;
  begun = performance.now();
  follow();
}

function follow(): void {
  afterFrame(() => {
    const { work } = useWizard.getState();
    if (work) assessmentOf(work.documents);
    afterFrame(() => {
      const state = useWizard.getState();
      const isLate = performance.now() - (begun ?? 0) > patience;
      if (isUnsettled(state) && state.work !== work && !isLate) {
        follow();
        return;
      }
      begun = undefined;
      settle();
    });
  });
}

/** Runs once the next frame has been handed to the screen. */
function afterFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
