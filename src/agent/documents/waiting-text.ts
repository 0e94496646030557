import { substitutionsIn as findSubstitutions } from '../../sources/substitution.ts';
import { placeholdersIn } from './placeholder-text.ts';

/** What a text still waits for before it is the value that somebody means. */
export type Waiting =
  /** A person has to write it. */
  | { readonly kind: 'placeholder'; readonly names: readonly string[] }
  /** A tool fills it in before Helm or the API server reads it: Flux, envsubst, Argo CD, Jinja, SOPS. */
  | { readonly kind: 'substitution'; readonly names: readonly string[] };

/** What of a text that SOPS encrypted is shown. */
const secret = 'ENC[...]';

/** What is filled in later in a text, as it is written: `${ENV}`, `{{cluster}}`. */
export function substitutionsIn(text: string): readonly string[] {
  return findSubstitutions(text)
    .filter(({ kind }) => kind !== 'placeholder')
    .map((one) => (one.kind === 'encrypted' ? secret : one.text));
}

/** Whether a text is not yet what it will be; a placeholder in it comes first. */
export function waitingIn(text: string): Waiting | undefined {
  const placeholders = placeholdersIn(text);
  if (placeholders.length > 0) return { kind: 'placeholder', names: placeholders };
  const later = substitutionsIn(text);
  return later.length > 0 ? { kind: 'substitution', names: later } : undefined;
}
