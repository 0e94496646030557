/** The payload in a link, in the part of it from # on, or by itself. */
export function payloadOf(link: string): string | undefined {
  const word = link.trim();
  const hash = word.indexOf('#');
  if (hash < 0 && /^v\d+\.[\w-]*$/.test(word)) return word;
  const query = word.slice(word.indexOf('?', Math.max(hash, 0)) + 1);
  return new URLSearchParams(query).get('config') ?? undefined;
}

/** A link to the wizard at a page, with a payload. Undefined if the page is no address. */
export function linkTo(page: string, payload: string): string | undefined {
  if (!URL.canParse(page)) return undefined;
  const query = new URLSearchParams({ config: payload }).toString();
  return new URL(`#/start?${query}`, page).href;
}
