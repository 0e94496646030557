import { assessmentOf } from './assessment-of.ts';
import { isUnsettled, settle, wizard } from './store.ts';

/** Milliseconds that what derives may be behind the text while letters keep coming. */
const patience = 250;

/**
 * Lets what derives catch up after the next frames: one in which the letter is painted, one for
 * working out what it means, one for showing that. A large file takes all of a frame for each, and
 * whoever types should not wait for them. Nobody acts on what is behind: every action settles first.
 */
export function settleSoon(): void {
  if (wizard.getState().catchingUpSince !== undefined) return;
  wizard.setState({ catchingUpSince: performance.now() });
  follow();
}

function follow(): void {
  afterFrame(() => {
    const { work } = wizard.getState();
    if (work) assessmentOf(work.documents);
    afterFrame(() => {
      const state = wizard.getState();
      const isLate = performance.now() - (state.catchingUpSince ?? 0) > patience;
      if (isUnsettled(state) && state.work !== work && !isLate) {
        follow();
        return;
      }
      wizard.setState({ catchingUpSince: undefined });
      settle();
    });
  });
}

/** Runs once the next frame has been handed to the screen. */
function afterFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
