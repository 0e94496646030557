import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../stored.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

let theme: Theme = themes.find((known) => known === readStored('local', key)) ?? 'system';

export function isDark(): boolean {
  return theme === 'dark' || (theme === 'system' && darkSystem.matches);
}

function show(): void {
  document.documentElement.classList.toggle('pf-v6-theme-dark', isDark());
  for (const listener of listeners) listener();
}

/** Shows the chosen theme, which `public/theme.js` did before the first paint, and follows the system's while that is the choice. */
export function followTheme(): void {
  darkSystem.addEventListener('change', show);
  show();
}

export function chooseTheme(chosen: Theme): void {
  theme = chosen;
  writeStored('local', key, chosen);
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => theme);
}

export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
