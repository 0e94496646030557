import { assess } from '../../agent/assess/assess.ts';
import { starter } from '../../agent/starter/starter.ts';
import { openText } from '../hosted/open-text.ts';
import type { TrialAnswer, TrialQuestion } from './trial.ts';

/** Reads and judges a text once, away from the page, and says how long that took. */
self.addEventListener('message', ({ data }: MessageEvent<TrialQuestion>) => {
  const begin = performance.now();
  const read = openText(data.text, data.as);
  // What is refused is refused in the page, with its reason; that takes no longer.
  if (read.ok) assess({ ...starter(), [read.document]: read.text });
  const answer: TrialAnswer = { milliseconds: performance.now() - begin };
  self.postMessage(answer);
});
