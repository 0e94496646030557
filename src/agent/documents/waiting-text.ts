import { placeholdersIn } from './placeholder-text.ts';

/** What a text still waits for before it is the value that somebody means. */
export type Waiting =
  /** A person has to write it. */
  | { readonly kind: 'placeholder'; readonly names: readonly string[] }
  /** A tool fills it in before Helm or the API server reads it: Flux, envsubst, Argo CD, Jinja. */
  | { readonly kind: 'substitution'; readonly names: readonly string[] };

/** Counted, so that no text makes it slow. `$(NAME)` is Kubernetes' own, and no substitution. */
const substitutions =
  /\$\{[^{}\n]{1,200}\}|\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|#\{\w{1,100}\}#/g;
const variable = /^\$[A-Z_][A-Z0-9_]{0,100}$/;

/** What is filled in later in a text, as it is written: `${ENV}`, `{{cluster}}`. */
export function substitutionsIn(text: string): readonly string[] {
  if (variable.test(text)) return [text];
  return /[$#{]/.test(text) ? (text.match(substitutions) ?? []) : [];
}

/** Whether a text is not yet what it will be; a placeholder in it comes first. */
export function waitingIn(text: string): Waiting | undefined {
  const placeholders = placeholdersIn(text);
  if (placeholders.length > 0) return { kind: 'placeholder', names: placeholders };
  const later = substitutionsIn(text);
  return later.length > 0 ? { kind: 'substitution', names: later } : undefined;
}
