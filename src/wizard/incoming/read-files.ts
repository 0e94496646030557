import { announce } from '../store.ts';
import { type Incoming, type Taken, takeTexts } from './take-files.ts';

/** Larger than any values file; the parser has its own, lower bound with its own message. */
const readLimit = 8 * 1024 * 1024;

/** Reads files that somebody dropped, chose or pasted, and takes them. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  announce(files.length === 1 ? `Reading ${files[0]?.name}` : `Reading ${files.length} files`);
  const read = await Promise.all(files.map(readFile));
  takeTexts(
    read.flatMap((one) => ('became' in one ? [] : [one])),
    read.flatMap((one) => ('became' in one ? [one] : [])),
  );
}

async function readFile(file: File): Promise<Incoming | Taken> {
  // A byte order mark is part of the file: TextDecoder keeps it only when told to.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    const bytes = await file.slice(0, readLimit).arrayBuffer();
    return { fileName: file.name, text: decoder.decode(bytes) };
  } catch {
    // Browsers give a folder as a file that cannot be read, and say no more than that.
    const words = 'Not opened: it cannot be read. If it is a folder, drop the files in it.';
    return { fileName: file.name, text: '', became: 'unreadable', words };
  }
}
