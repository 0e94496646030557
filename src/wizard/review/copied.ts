import { copyText } from '../files/copy.ts';
import { announce } from '../store.ts';

/** Copies a text and says so. */
export async function copied(text: string, what: string): Promise<void> {
  const done = await copyText(text);
  announce(done ? `Copied ${what}.` : 'The browser did not allow copying.');
}
