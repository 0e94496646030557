import type { Outcome } from './failure.ts';

/** The payload in a link, in the part of it from # on, or by itself. */
export function payloadOf(link: string): string | undefined {
  const word = link.trim();
  const hash = word.indexOf('#');
  if (hash < 0 && /^v\d+\.[\w-]*$/.test(word)) return word;
  const query = word.slice(word.indexOf('?', Math.max(hash, 0)) + 1);
  return new URLSearchParams(query).get('config') ?? undefined;
}

/**
 * A link to the wizard at a page, with a payload. Whoever is given it opens it, so it leads to a
 * web page or nowhere, and takes no password along.
 */
export function linkTo(page: string, payload: string): Outcome<string> {
  const address = URL.canParse(page) ? new URL(page) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    return failed(`${page} is no address of a web page.`, 'Begin it with https:// or http://.');
  }
  if (address.username !== '' || address.password !== '') {
    return failed(
      'The address of --page has a user name in it.',
      'Leave out what is before the @.',
    );
  }
  const query = new URLSearchParams({ config: payload }).toString();
  return { ok: true, value: new URL(`#/start?${query}`, address).href };
}

function failed(message: string, remedy: string): Outcome<never> {
  return { ok: false, problem: { message, remedy } };
}
