import { create } from 'zustand';
import { currentRoute, type StepId, useRoute } from './route.ts';

/** What the main column shows where the preview has none of its own. */
export type MainView = 'form' | 'files';

/** The step on which the files were asked for: another step opens with its form. */
const useFilesStep = create<{ readonly step: StepId | undefined }>()(() => ({ step: undefined }));

/** Which of the two is shown now. */
export function useMainView(): MainView {
  const { step } = useRoute();
  return useFilesStep((files) => files.step === step) ? 'files' : 'form';
}

export function showForm(): void {
  useFilesStep.setState({ step: undefined });
}

/** Shows the files until another step is opened. */
export function showFiles(): void {
  useFilesStep.setState({ step: currentRoute().step });
}
