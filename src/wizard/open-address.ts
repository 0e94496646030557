import { decodeLink } from '../share/link.ts';
import { openRestored } from './actions.ts';
import { restoreTab } from './drafts/follow-work.ts';
import { currentRoute } from './route.ts';
import { wizard } from './store.ts';

/**
 * Opens what the address names: a shared configuration, unless this tab already works on it (a
 * refresh must not throw later edits away), or else what this tab worked on before a refresh.
 * Afterwards follows the address: Back to another configuration opens that one.
 */
export async function openAddress(): Promise<void> {
  restoreTab();
  await openConfig();
  window.addEventListener('hashchange', () => void openConfig());
}

async function openConfig(): Promise<void> {
  const { config } = currentRoute();
  if (config === undefined || config === wizard.getState().openedConfig) return;
  // Marked at once: a second look while it is decoded must not open it twice.
  wizard.setState({ openedConfig: config });
  openRestored(await decodeLink(config));
}
