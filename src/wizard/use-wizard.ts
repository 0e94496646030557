import { useStore } from 'zustand';
import { type WizardState, wizard } from './store.ts';

/** What a component shows of the page's state; it renders anew when that changes. */
export function useWizard<T>(select: (state: WizardState) => T): T {
  return useStore(wizard, select);
}
