import { assess } from '../../agent/assess/assess.ts';
import { importText } from '../../agent/documents/import-document.ts';
import { starter } from '../../agent/starter/starter.ts';
import type { TrialAnswer, TrialQuestion } from './trial.ts';

/** Reads and judges a text once, away from the page, and says how long that took. */
self.addEventListener('message', ({ data }: MessageEvent<TrialQuestion>) => {
  const begin = performance.now();
  const read = importText(data.text, { as: data.as });
  // What is refused is refused in the page, with its reason; that takes no longer.
  if (read.ok) assess({ ...starter(), [read.document]: data.text });
  const answer: TrialAnswer = { milliseconds: performance.now() - begin };
  self.postMessage(answer);
});
