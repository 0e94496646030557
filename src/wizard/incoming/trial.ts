import { create } from 'zustand';

/*
 * A large text is read and judged once in a worker before the page opens it: the page judges at
 * each keystroke, and what takes long would hold it up for good.
 */

export interface TrialQuestion {
  readonly text: string;
  readonly as: 'values' | undefined;
}

export interface TrialAnswer {
  readonly milliseconds: number;
}

/** How a trial ended. `slow`: the page could not be used with it. */
export type Trial = 'fits' | 'slow' | 'cancelled';

/** Shorter texts are judged in the page at once: 256 KiB is five times the chart's own file. */
export const trialFrom = 256 * 1024;
/** Milliseconds that judging may take once; at each keystroke it takes about as long. */
const comfortable = 2_000;
/** Milliseconds after which nobody waits any longer. */
export const patience = 15_000;

/** The file that is being tried, while one is. */
export const useTrial = create<{
  readonly trying: { readonly fileName: string; readonly cancel: () => void } | undefined;
}>()(() => ({ trying: undefined }));

/** Tries a text. Meanwhile the page can be used, and cancel. */
export async function tryOut(fileName: string, text: string, as?: 'values'): Promise<Trial> {
  const worker = new Worker(new URL('./trial.worker.ts', import.meta.url), { type: 'module' });
  const trial = new Promise<Trial>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TrialAnswer>) =>
      resolve(data.milliseconds > comfortable ? 'slow' : 'fits'),
    );
    // Whatever it choked on, the page would, too.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve('slow');
    });
    window.setTimeout(() => resolve('slow'), patience);
    useTrial.setState({ trying: { fileName, cancel: () => resolve('cancelled') } });
  });
  const question: TrialQuestion = { text, as };
  worker.postMessage(question);
  try {
    return await trial;
  } finally {
    worker.terminate();
    useTrial.setState({ trying: undefined });
  }
}
