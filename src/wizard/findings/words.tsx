import { createElement, Fragment } from 'react';

/** A message in which what stands between backticks is code. */
export function Words({ text }: { readonly text: string }) {
  // Of what split gives, every second part is what backticks held.
  const parts = text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? createElement('code', null, part) : part));
  // As children of their own and not as a list: they are never sorted, so need no keys.
  return createElement(Fragment, null, ...parts);
}
