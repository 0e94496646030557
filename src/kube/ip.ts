/** An IP address: its bytes, and whether it is written with needless zeros in front of a number. */
export interface IpAddress {
  readonly bytes: readonly number[];
  readonly version: 4 | 6;
  readonly leadingZeros: boolean;
}

/** Reads an address as upstream does, which passes over needless zeros; undefined if it is none. */
export function parseIp(text: string): IpAddress | undefined {
  if (!text.includes(':')) {
    const bytes = parseIpv4(text);
    return bytes && { bytes, version: 4, leadingZeros: hasLeadingZeros(text) };
  }
  const bytes = parseIpv6(text);
  const tail = text.slice(text.lastIndexOf(':') + 1);
  return bytes && { bytes, version: 6, leadingZeros: tail.includes('.') && hasLeadingZeros(tail) };
}

function hasLeadingZeros(text: string): boolean {
  return text.split('.').some((part) => part.length > 1 && part.startsWith('0'));
}

function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.map(Number);
  const sound =
    parts.every((part) => /^\d{1,20}$/.test(part)) && bytes.every((byte) => byte <= 255);
  return parts.length === 4 && sound ? bytes : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groups(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail === undefined) return missing === 0 ? head : undefined;
  return missing >= 2 ? [...head, ...Array.from({ length: missing }, () => 0), ...tail] : undefined;
}

/** The bytes of groups between colons, of which the last may be an IPv4 address. */
function groups(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const bytes: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      const group = Number.parseInt(part, 16);
      bytes.push(group >> 8, group & 0xff);
      continue;
    }
    const embedded = isLast && index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (embedded === undefined) return undefined;
    bytes.push(...embedded);
  }
  return bytes;
}

/** Whether an IPv6 address stands for an IPv4 one. */
export function isMapped({ bytes, version }: IpAddress): boolean {
  return (
    version === 6 &&
    bytes.slice(0, 10).every((byte) => byte === 0) &&
    bytes[10] === 0xff &&
    bytes[11] === 0xff
  );
}

/** The address as RFC 5952 writes it. */
export function ipText(address: IpAddress): string {
  if (address.version === 4) return address.bytes.join('.');
  if (isMapped(address)) return address.bytes.slice(12).join('.');
  const groupTexts = Array.from({ length: 8 }, (_, index) =>
    (((address.bytes[2 * index] ?? 0) << 8) | (address.bytes[2 * index + 1] ?? 0)).toString(16),
  );
  const { start, length } = longestZeros(groupTexts);
  if (length < 2) return groupTexts.join(':');
  const head = groupTexts.slice(0, start).join(':');
  return `${head}::${groupTexts.slice(start + length).join(':')}`;
}

function longestZeros(groupTexts: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groupTexts.entries()) {
    if (group !== '0') start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}
