import { create } from 'zustand';
import { currentRoute } from '../route.ts';
import { takeFiles } from './read-files.ts';
import { forgetTaken, takeTexts } from './take-files.ts';

/** Whether files are held over the page. */
export const useDragOver = create<{ readonly over: boolean }>()(() => ({ over: false }));

/**
 * Takes files that are dropped anywhere, and what is pasted outside of a field. Before the page
 * and the editor see it: what nobody takes, the browser opens in the place of the page.
 */
export function catchDrops(): void {
  const show = (over: boolean) => {
    if (useDragOver.getState().over !== over) useDragOver.setState({ over });
  };
  const onDrag = (event: DragEvent) => {
    if (!isOurs(event)) return;
    take(event);
    const isTaken = holdsFiles(event) || currentRoute().step === 'start';
    if (event.dataTransfer) event.dataTransfer.dropEffect = isTaken ? 'copy' : 'none';
    show(holdsFiles(event));
  };
  window.addEventListener('dragenter', onDrag, true);
  window.addEventListener('dragover', onDrag, true);
  window.addEventListener(
    'dragleave',
    // Without a place that it goes to, it goes out of the window.
    ({ relatedTarget }) => relatedTarget === null && show(false),
    true,
  );
  window.addEventListener('dragend', () => show(false), true);
  window.addEventListener(
    'drop',
    (event) => {
      show(false);
      if (!isOurs(event)) return;
      take(event);
      takeData(event.dataTransfer, 'dropped.yaml');
    },
    true,
  );
  window.addEventListener('paste', (event) => {
    const isElsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (isEditable(event.target) || isElsewhere) return;
    if (takeData(event.clipboardData, 'pasted.yaml')) event.preventDefault();
  });
  window.addEventListener('hashchange', () => {
    if (currentRoute().step !== 'start') forgetTaken();
  });
}

/** Files wherever they are; of texts and links, those that are not dropped into a text. */
function isOurs(event: DragEvent): boolean {
  return holdsFiles(event) || !isEditable(event.target);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function isEditable(target: EventTarget | null): boolean {
  const fields = ':is(input, textarea):not(:read-only), [contenteditable], .monaco-editor';
  return target instanceof Element && target.closest(fields) !== null;
}

/**
 * Files, or a text: a line alone is one only on Start, where files are asked for, since elsewhere
 * somebody may have missed a field with it.
 * @returns whether there was anything
 */
function takeData(data: DataTransfer | null, fileName: string): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) {
    void takeFiles(files);
    return true;
  }
  const text = data?.getData('text/plain') ?? '';
  const isFile = text.trim().includes('\n');
  if (text === '' || (!isFile && currentRoute().step !== 'start')) return false;
  void takeTexts([{ fileName, text }]);
  return true;
}
