import type { ModeOutcome } from '../../agent/judge/mode-outcome.ts';
import type { Mode } from '../../pss/index.ts';
import type { Tone } from '../findings/effect.tsx';

export interface ModeSentence {
  readonly tone: Tone;
  /** "Rejects 3 of 4 pods." */
  readonly says: string;
  /** What follows for whoever installs; absent where nothing does. */
  readonly remark?: string;
}

/** What comes of a mode that finds something: only enforce keeps anything out, and only pods. */
const remarks: Readonly<Record<Mode, string>> = {
  enforce: 'The Deployment of each is accepted, so the install looks fine and nothing starts.',
  audit: 'Whoever installs is not told.',
  warn: 'Nothing is held back.',
};

const nothingChecked: Readonly<Record<Mode, string>> = {
  enforce: 'Checks nothing: any pod is admitted.',
  audit: 'Checks nothing, so it notes nothing.',
  warn: 'Checks nothing, so it warns of nothing.',
};

const nothingFound: Readonly<Record<Mode, (all: string) => string>> = {
  enforce: (all) => `Admits ${all}.`,
  audit: () => 'Nothing to note.',
  warn: () => 'Nothing to warn of.',
};

const found: Readonly<Record<Mode, (pods: string) => string>> = {
  enforce: (pods) => `Rejects ${pods}`,
  audit: (pods) => `Notes ${pods}, and the Deployment behind each`,
  // Not the pods: nobody sees a warning that a controller gets.
  warn: (pods) => `Warns of ${pods.replace('pod', 'Deployment')}`,
};

/** Of what is refused before admission no mode gets to hear. */
function refusedRemark(refused: number, all: number): string {
  const some = refused === all ? 'every Deployment' : `${refused} of ${all} Deployments`;
  return `The API server refuses ${some} before that.`;
}

/** What a mode does to the pods of the files as they are, in a sentence. */
export function modeSentence(mode: Mode, outcome: ModeOutcome): ModeSentence {
  const { checks, all, breaking, refused, unknown } = outcome;
  const count = (some: number) => `${some} of ${all} ${all === 1 ? 'pod' : 'pods'}`;
  if (!checks) return { tone: 'neutral', says: nothingChecked[mode] };
  if (all === 0) return { tone: 'neutral', says: 'No pods in this file.' };
  if (breaking.length > 0) {
    const unjudged = unknown > 0 ? `, ${unknown} cannot be judged` : '';
    const says = `${found[mode](count(breaking.length))}${unjudged}.`;
    const tone = mode === 'enforce' ? 'rejected' : 'fails';
    return { tone, says, remark: refused === 0 ? remarks[mode] : refusedRemark(refused, all) };
  }
  if (unknown > 0) return { tone: 'fails', says: `${count(unknown)} cannot be judged.` };
  return { tone: 'admitted', says: nothingFound[mode](count(all)) };
}
