import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import { announce, wizard } from '../store.ts';

/** Puts a file on the clipboard exactly as it is. @returns whether it is there. */
export async function copyDocument(name: DocumentName): Promise<boolean> {
  const text = wizard.getState().work?.documents[name];
  if (text === undefined) return false;
  const copied = await copyText(text);
  announce(
    copied
      ? `Copied ${fileNames[name]}.`
      : `The browser did not let ${fileNames[name]} be copied. Download it instead.`,
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
