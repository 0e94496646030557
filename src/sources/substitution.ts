/** What another program puts in the place of a part of a text before Helm's values count. */
export interface Substitution {
  /**
   * `variable`: `${NAME}` of Flux's postBuild or Terraform's templatefile, a whole `$NAME` of
   * envsubst, `#{NAME}#` of a pipeline. `braces`: `{{name}}`, of an ApplicationSet or Jinja. `placeholder`: `<name>`, for a person to replace. `encrypted`: a
   * value that SOPS encrypted.
   */
  readonly kind: 'variable' | 'braces' | 'placeholder' | 'encrypted';
  /** As it is written. */
  readonly text: string;
  readonly offset: number;
}

/**
 * `$${` is how both Flux and Terraform write a `${` that is meant. `$(NAME)` is Kubernetes' own, and
 * no substitution. Counted, so that no text makes it slow.
 */
const known =
  /\$\$\{|(?<variable>\$\{[^{}\n]{1,200}\}|#\{\w{1,100}\}#)|(?<braces>\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\})|(?<placeholder><[A-Za-z][\w .-]{0,200}>)/g;
const whole = /^\$[A-Z_][A-Z0-9_]{0,100}$/;

const encrypted = /^ENC\[[A-Z0-9_]+,data:[^\]\n]*\]$/;

/** What of a scalar's text is filled in later, in its order; nothing for a text that is what it says. */
export function substitutionsIn(text: string): readonly Substitution[] {
  if (encrypted.test(text)) return [{ kind: 'encrypted', text, offset: 0 }];
  if (whole.test(text)) return [{ kind: 'variable', text, offset: 0 }];
  if (!/[${<#]/.test(text)) return [];
  return Array.from(text.matchAll(known)).flatMap(({ index: offset, groups = {}, 0: found }) => {
    const kind = kinds.find((one) => groups[one] !== undefined);
    return kind === undefined ? [] : [{ kind, text: found, offset }];
  });
}

const kinds = ['variable', 'braces', 'placeholder'] as const;
