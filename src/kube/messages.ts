import type { DecodeError } from './decode/decode.ts';
import { type Faults, faultText } from './faults.ts';
import { quoted } from './go-text.ts';

/** What the API server answers, word for word. */

const KINDS = { Pod: 'Pod', Deployment: 'Deployment.apps' } as const;

export type Kind = keyof typeof KINDS;

/** The answer to an object that cannot be decoded (400): upstream says the first error alone. */
export function undecodableMessage(kind: Kind, errors: readonly DecodeError[]): string {
  const [first] = errors;
  return `${kind} in version "v1" cannot be handled as a ${kind}: ${first?.message ?? ''}`;
}

/** The answer to an invalid object (422): each text once, in brackets if there are several. */
export function invalidMessage(kind: Kind, name: string, faults: Faults): string {
  const texts = [...new Set(faults.map(faultText))];
  const list = texts.length === 1 ? texts.join() : `[${texts.join(', ')}]`;
  return `${KINDS[kind]} ${quoted(name)} is invalid: ${list}`;
}
