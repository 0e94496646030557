import type { Io, Output } from '../io.ts';

/** Colours of a terminal, or none. */
export interface Paint {
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string): string => text;

export const noPaint: Paint = {
  bad: plain,
  warn: plain,
  good: plain,
  strong: plain,
  faint: plain,
};

/** Colours on a terminal alone, and never with NO_COLOR or on a dumb one. */
export function paintFor(output: Output, { env }: Pick<Io, 'env'>): Paint {
  if (!output.isTerminal || env.NO_COLOR || env.TERM === 'dumb') return noPaint;
  const coloured = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
  return {
    bad: coloured(31),
    warn: coloured(33),
    good: coloured(32),
    strong: coloured(1),
    faint: coloured(2),
  };
}
