import { SourceText } from '../check/source-text.ts';
import { systemReason } from '../failure.ts';
import { decode } from '../input/decode.ts';
import type { Source } from '../input/sources.ts';
import { realPath } from '../repository-root.ts';
import type { GivenFile } from './given-files.ts';

/** Files as a whole; what cannot be read is left out, for whoever judges it to say so. */
export async function readGiven(sources: readonly Source[]): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = [];
  for (const { name, path, open } of sources) {
    if (path === undefined) continue;
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of open()) chunks.push(chunk);
      const decoded = decode(Buffer.concat(chunks));
      if ('text' in decoded) {
        files.push({ source: new SourceText(name, decoded.text), path: realPath(path) });
      }
    } catch (error) {
      systemReason(error);
    }
  }
  return files;
}
