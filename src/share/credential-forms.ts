import { isPlain } from './plain-words.ts';

/*
 * Credentials that are known by how they look, whatever they stand under. The patterns count what
 * they repeat, so that no text makes them slow.
 */

const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY( BLOCK)?-----/,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{10}/,
  // A signed token.
  /\beyJ[\w-]{8,120}\.[\w-]{8}/,
  // Prefixes by which services mark theirs, so that they are found where they leak.
  /\b(gh[pousr]_|github_pat_|glpat-|gldt-|xox[abeprs]-|xapp-|hvs\.|hvb\.|sk-|npg_|npm_|pypi-|dckr_pat_|glsa_|glc_|sk_live_|sk_test_|rk_live_|whsec_|shpat_|dop_v1_|doo_v1_|hf_|nvapi-|lin_api_|sbp_|tfp_|dapi|dt0c01\.|NRAK-|ATATT3|AIza|ya29\.|SG\.|key-)[\w-]{16}/,
  /\b(hvs\.|hvb\.|sk-|npg_|xox[abeprs]-|gh[pousr]_|github_pat_|glpat-)[\w-]{10}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(Bearer|Basic) [\w+/=.-]{12}/,
  // Addresses that are the credential.
  /\bhooks\.slack\.com\/(services|workflows|triggers)\/\w/,
  /\bdiscord(app)?\.com\/api\/webhooks\/\w/,
  /\.webhook\.office\.com\/webhookb2\/\w/,
  // A signature in a query.
  /[?&](sig|signature|X-Amz-Signature|code|key)=[\w%+/-]{16}/i,
  // curl --user me:password
  /(?:^|\s)(?:-u|--user)[ =][^\s:$]{1,100}:[^\s$]/,
];

const address = /\b([a-z][a-z0-9+.-]{0,20}):\/\/([^\s/@:]{0,200})(?::([^\s/@]{1,400}))?@/gi;

/** Whether a text holds a credential that is known by its form. */
export function hasKnownForm(text: string): boolean {
  return knownForms.some((form) => form.test(text)) || hasAddressWithUser(text) || isRandom(text);
}

/** Empty, a placeholder, a reference to a variable, a path, or a switch: no credential itself. */
export function isHarmless(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /^<[^<>]*>?$/.test(text) ||
    /^\$\{[^}]*\}$|^\$\([^)]*\)$|^\$[A-Z_]+$|^\{\{.*\}\}$/.test(text) ||
    /^\.{0,2}\/[\w./-]*$/.test(text) ||
    /^(true|false|null|~|\.\.\.|\*+|x+)$/i.test(text)
  );
}

/** An address with a password in it, or with a token in the place of the user. */
function hasAddressWithUser(text: string): boolean {
  return [...text.matchAll(address)].some(([, scheme = '', user = '', password]) => {
    if (password !== undefined) return !isHarmless(password);
    const isWeb = /^(git\+)?https?$/i.test(scheme);
    return user !== '' && !isHarmless(user) && (isWeb ? user !== 'git' : !isPlain(user));
  });
}

/** Letters of both cases and digits, mixed and long, as only generated texts are. */
function isRandom(text: string): boolean {
  if (/BEGIN (CERTIFICATE|PUBLIC KEY)|\b(ssh-(rsa|ed25519)|ecdsa-sha2-\w{1,30}) /.test(text)) {
    return false;
  }
  return (text.match(/[\w+/=-]{24,}/g) ?? []).some((run) =>
    (run.match(/[A-Za-z0-9]{12,}/g) ?? []).some(
      (part) => /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part) && !isPlain(part),
    ),
  );
}
