import type { DocumentName } from '../../agent/documents/documents.ts';
import { fileText, nameOf } from '../hosted/file-texts.ts';
import { announce, wizard } from '../store.ts';

/** Puts a file on the clipboard exactly as it is. @returns whether it is there. */
export async function copyDocument(name: DocumentName): Promise<boolean> {
  const { work } = wizard.getState();
  if (!work) return false;
  const fileName = nameOf(work, name);
  const copied = await copyText(fileText(work, name));
  announce(
    copied
      ? `Copied ${fileName}.`
      : `The browser did not let ${fileName} be copied. Download it instead.`,
  );
  return copied;
}

/** Copies a text, also where the page is not served securely and has no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** The older way: answers the browser's own copy command with the text. */
function copyByEvent(text: string): boolean {
  let copied = false;
  const answer = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener('copy', answer, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
  return copied;
}
