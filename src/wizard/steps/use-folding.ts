import { useState } from 'react';

/** With more items than this, a list can be searched, and shows no more at first. */
const shownAtFirst = 12;

interface Folding<Item> {
  readonly shown: readonly Item[];
  /** How many that match are not shown. */
  readonly folded: number;
  readonly showAll: () => void;
  /** Undefined where the list is short: nobody needs to search it. */
  readonly search: { readonly text: string; readonly set: (text: string) => void } | undefined;
}

/**
 * A long list with a search: what is asked for is shown wherever it stands.
 * @param nameOf what the search looks at
 * @param isAsked whether an item has to be in sight
 */
export function useFolding<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  isAsked: (item: Item) => boolean,
): Folding<Item> {
  const [text, set] = useState('');
  const [all, setAll] = useState(false);
  if (items.length <= shownAtFirst) {
    return { shown: items, folded: 0, showAll: () => setAll(true), search: undefined };
  }
  const sought = text.trim().toLowerCase();
  const found = items.filter((item) => nameOf(item).toLowerCase().includes(sought));
  const limit = all ? found.length : shownAtFirst;
  const shown = items.filter(
    (item) => found.slice(0, limit).includes(item) || (sought === '' && isAsked(item)),
  );
  return {
    shown,
    folded: items.filter((item) => found.includes(item) && !shown.includes(item)).length,
    showAll: () => setAll(true),
    search: { text, set },
  };
}
