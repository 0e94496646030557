/*
 * Text to and from a form that fits into a URL's fragment: UTF-8, deflate without a header,
 * base64 in the alphabet for URLs. The same in browsers and in Node.
 */

/** Packs a text. */
export async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');
}

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' };

/**
 * Unpacks a text, and stops as soon as it grows beyond `limit`.
 * @param limit in bytes of UTF-8
 */
export async function unpack(packed: string, limit: number): Promise<Unpacked> {
  if (!/^[\w-]*$/.test(packed)) return { ok: false, reason: 'damaged' };
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await through(bytes, new DecompressionStream('deflate-raw'), limit);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    return { ok: true, text };
  } catch (error) {
    // Both decoders throw on damaged input; there is nothing more to say about where.
    return { ok: false, reason: error instanceof TooLarge ? 'too-large' : 'damaged' };
  }
}

class TooLarge extends Error {}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLarge();
    }
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
