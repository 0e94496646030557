import type { Documents } from '../../agent/documents/documents.ts';
import type { SidecarSettings } from '../../agent/settings/settings.ts';
import { switchSidecarOff, switchSidecarOn } from '../../agent/settings/sidecar-switch.ts';
import { changeDocuments } from '../actions.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { wizard } from '../store.ts';

interface Remembered {
  /** The file that they were given for. */
  readonly original: string;
  readonly answers: SidecarSettings;
}

let remembered: Remembered | undefined;

/** Switches the sidecar on or off. Off takes out what it wrote; on brings the answers back. */
export function switchSidecar(on: boolean): void {
  const { work } = wizard.getState();
  const assessment = presentAssessment();
  if (!work || !assessment) return;
  const { documents, originals } = work;
  const original = originals.values.text;
  if (!on) remembered = { original, answers: assessment.settings.sidecar };
  const opened: Documents = { values: original, namespace: originals.namespace.text };
  const answers = remembered?.original === original ? remembered.answers : undefined;
  const written = on ? switchSidecarOn(documents, answers) : switchSidecarOff(documents, opened);
  changeDocuments(written.documents, {
    title: on ? 'switch the sidecar on' : 'switch the sidecar off',
    announcement: on ? 'The logging sidecar is on.' : 'The logging sidecar is off.',
    refused: written.refused,
  });
}
