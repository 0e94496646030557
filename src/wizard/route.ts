import { useSyncExternalStore } from 'react';

export const stepIds = [
  'start',
  'namespace',
  'security',
  'components',
  'sidecar',
  'review',
] as const;
export type StepId = (typeof stepIds)[number];

/** Where the address bar points: a step, a field of it, and a shared configuration. */
export interface Route {
  readonly step: StepId;
  /** A field to open at, such as `security.pod.seccompProfile`. */
  readonly field?: string | undefined;
  /** A share link's payload. */
  readonly config?: string | undefined;
}

/** Reads `#/security?field=...&config=...`; an unknown step is Start. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const step = stepIds.find((id) => id === path) ?? 'start';
  const field = parameters.get('field');
  const config = parameters.get('config');
  return { step, ...(field ? { field } : {}), ...(config ? { config } : {}) };
}

/** The fragment of a route, `#` included. */
export function formatRoute({ step, field, config }: Route): string {
  const parameters = new URLSearchParams();
  if (field) parameters.set('field', field);
  if (config) parameters.set('config', config);
  const query = parameters.toString();
  return `#/${step}${query && `?${query}`}`;
}

/**
 * Goes to a step, and a field of it, as a link would: Back returns from it. A shared configuration
 * stays in the address, so that a refresh finds it.
 */
export function navigate(to: Omit<Route, 'config'>): void {
  const hash = formatRoute({ ...currentRoute(), field: undefined, ...to });
  if (window.location.hash !== hash) window.location.hash = hash;
}

/** Puts a route into the address bar in the place of the present one. */
export function replaceRoute(route: Route): void {
  window.history.replaceState(null, '', formatRoute(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

let last: { hash: string; route: Route } | undefined;

/** The present route; the same object while the address stays the same. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (last?.hash !== hash) last = { hash, route: parseRoute(hash) };
  return last.route;
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
