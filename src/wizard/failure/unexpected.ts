import { create } from 'zustand';

/*
 * A mistake in what a click or a key sets off is not drawn, so no Guard sees it: the page would
 * just not answer. It is said.
 */

export const useUnexpected = create<{ readonly message: string | undefined }>()(() => ({
  message: undefined,
}));

/** Takes note of errors that nobody caught. */
export function watchForUnexpected(): void {
  window.addEventListener('error', ({ error }) => note(error));
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

function note(error: unknown): void {
  // Not an error: the browser's own warnings, and what the editor gave up since it was not needed.
  if (!(error instanceof Error) || error.name === 'Canceled') return;
  useUnexpected.setState({ message: error.message });
}

export function dismissUnexpected(): void {
  useUnexpected.setState({ message: undefined });
}
