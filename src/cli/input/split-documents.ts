import { maxLength } from '../../yaml/parse-tree.ts';
import type { Failure } from '../failure.ts';
import { decode } from './decode.ts';
import { isJson } from './json-list.ts';

/** Why a document of a stream is not read. */
export interface DocumentProblem extends Failure {
  /** `too-large`, or what its encoding is. */
  readonly code: string;
}

/** One document of a stream, with the place where it begins. */
export interface RawDocument {
  /** From its `---`, if it has one, to the next. */
  readonly text: string;
  /** The number of lines before it. */
  readonly line: number;
  /** The number of bytes before it. */
  readonly byte: number;
  /** Why there is no text. */
  readonly problem?: DocumentProblem;
}

/** The most bytes of one document that are kept; parsing refuses long before. */
const maxBytes = maxLength * 4;
/** JSON is cut into the items of its list, so it may be longer. */
const maxJsonBytes = 256 * 1024 * 1024;

const newline = 10;

/**
 * Splits a stream at its document markers, holding no more than one document. A marker is `---`
 * at the start of a line, which no YAML value and no JSON text can hold.
 */
export async function* splitDocuments(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawDocument> {
  const open = new OpenDocument();
  // The last bytes of a chunk may be the first of a marker.
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? asBuffer(chunk) : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = nextMarker(bytes, 0); at >= 0; at = nextMarker(bytes, at)) {
      open.add(bytes.subarray(start, at));
      yield open.take();
      start = at;
    }
    const keep = Math.max(start, bytes.length - markerReach);
    open.add(bytes.subarray(start, keep));
    rest = bytes.subarray(keep);
  }
  // What follows the last line break may be a marker at the very end.
  const last = rest.length >= 4 ? nextMarker(Buffer.concat([rest, lineBreak]), 0) : -1;
  if (last >= 0) {
    open.add(rest.subarray(0, last));
    yield open.take();
  }
  open.add(rest.subarray(Math.max(last, 0)));
  yield open.take();
}

const lineBreak = Buffer.from('\n');
const marker = Buffer.from('\n---');
/** A marker and the character that ends it. */
const markerReach = marker.length + 1;

/** The offset of the dashes of the next marker after `from`. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(marker, from); at >= 0; at = bytes.indexOf(marker, at + 1)) {
    const after = bytes[at + marker.length];
    if (after === newline || after === 13 || after === 32 || after === 9) return at + 1;
  }
  return -1;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The document that is being read. */
class OpenDocument {
  private parts: Buffer[] = [];
  private length = 0;
  private kept = 0;
  private lines = 0;
  private line = 0;
  private byte = 0;

  add(bytes: Buffer): void {
    this.length += bytes.length;
    if (this.kept + bytes.length <= this.limit()) {
      this.kept += bytes.length;
      if (bytes.length > 0) this.parts.push(bytes);
    } else {
      this.kept = maxJsonBytes + 1;
      this.lines += countLines(bytes);
    }
  }

  private limit(): number {
    const head = this.parts[0]?.subarray(0, 200).toString('latin1') ?? '';
    return isJson(head) ? maxJsonBytes : maxBytes;
  }

  take(): RawDocument {
    const [only] = this.parts;
    const bytes = this.parts.length === 1 && only ? only : Buffer.concat(this.parts);
    const { line, byte } = this;
    const isWhole = this.kept <= maxJsonBytes;
    const document = isWhole ? read(bytes, line, byte) : tooLarge(line, byte);
    this.line += this.lines + countLines(bytes);
    this.byte += this.length;
    this.parts = [];
    this.length = 0;
    this.kept = 0;
    this.lines = 0;
    return document;
  }
}

function read(bytes: Buffer, line: number, byte: number): RawDocument {
  const decoded = decode(bytes);
  if ('text' in decoded) return { text: decoded.text, line, byte };
  const { byte: bad, ...problem } = decoded.problem;
  return {
    text: '',
    line: line + countLines(bytes.subarray(0, bad)),
    byte: byte + bad,
    problem,
  };
}

function tooLarge(line: number, byte: number): RawDocument {
  const problem = {
    code: 'too-large',
    message: 'The document is larger than 2 MiB.',
    remedy: 'Split it at --- lines, or write it as JSON, which is read item by item.',
  };
  return { text: '', line, byte, problem };
}

/** Lines end as in LineIndex: at \n, \r\n or \r. */
function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  if (!bytes.includes(13)) return count;
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) {
    if (bytes[at + 1] !== newline) count++;
  }
  return count;
}
