import { createElement, Fragment } from 'react';

/**
 * A message in which what stands between backticks is code. Every part has an element of its own:
 * a browser that translates the page takes the place of bare texts, and React would not find them.
 */
export function Words({ text }: { readonly text: string }) {
  // Of what split gives, every second part is what backticks held.
  const parts = text
    .split(/`([^`]*)`/)
    .map((part, index) =>
      index % 2 === 1
        ? createElement('code', { translate: 'no' }, part)
        : createElement('span', null, part),
    );
  // As children of their own and not as a list: they are never sorted, so need no keys.
  return createElement(Fragment, null, ...parts);
}
