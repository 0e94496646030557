import { encodingProblem } from '../../agent/documents/encoding.ts';
import { announce } from '../store.ts';
import { type Incoming, type Taken, takeTexts } from './take-files.ts';

/** Larger than any values file; the parser has its own, lower bound with its own message. */
const readLimit = 8 * 1024 * 1024;

/** Reads files that somebody dropped, chose or pasted, and takes them. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  announce(files.length === 1 ? `Reading ${files[0]?.name}` : `Reading ${files.length} files`);
  const read = await Promise.all(files.map(readFile));
  await takeTexts(
    read.flatMap((one) => ('became' in one ? [] : [one])),
    read.flatMap((one) => ('became' in one ? [one] : [])),
  );
}

async function readFile(file: File): Promise<Incoming | Taken> {
  // A byte order mark is part of the file: TextDecoder keeps it only when told to.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    const bytes = new Uint8Array(await file.slice(0, readLimit).arrayBuffer());
    // Of a file that is cut off the parser says that it is too large.
    const problem = file.size > readLimit ? undefined : encodingProblem(bytes);
    if (problem !== undefined) {
      const unread = { fileName: file.name, text: '' };
      const refusal = { ...unread, problem: { ...problem, range: { offset: 0, length: 0 } } };
      return { ...unread, became: 'refused', refusal };
    }
    return { fileName: file.name, text: decoder.decode(bytes) };
  } catch {
    // Browsers give a folder as a file that cannot be read, and say no more than that.
    const words = 'Not opened: it cannot be read. If it is a folder, drop the files in it.';
    return { fileName: file.name, text: '', became: 'unreadable', words };
  }
}
