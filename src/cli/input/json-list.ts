/** One item of a list, with its place in the text. */
export interface ListItem {
  readonly text: string;
  readonly offset: number;
}

/** A list of Kubernetes objects as JSON, such as `kubectl get -o json` prints, cut into its items. */
export interface JsonList {
  /** The data around the items. */
  readonly envelope: unknown;
  readonly items: readonly ListItem[];
}

/** The data of a text that is one JSON object, perhaps after a document marker. */
export function jsonData(text: string): unknown {
  return isJson(text) ? parsed(withoutMarker(text)) : undefined;
}

/** Whether a text begins as a JSON object does. */
export function isJson(text: string): boolean {
  return /^\uFEFF?(?:---[ \t]*\r?\n)?\s*\{/.test(text);
}

/**
 * Cuts a list at its items, so that each can be read by itself, however long the list is. The
 * items are not looked into: what is wrong with one shows when it is read.
 * @returns undefined if it is no such list
 */
export function jsonList(text: string): JsonList | undefined {
  const array = isJson(text) ? itemsArray(text) : undefined;
  if (array === undefined) return undefined;
  const around = `${text.slice(0, array.start)}${text.slice(array.end)}`;
  const envelope = parsed(withoutMarker(around));
  return envelope === undefined ? undefined : { envelope, items: array.items };
}

function withoutMarker(text: string): string {
  return text.replace(/^\uFEFF?(?:---[ \t]*\r?\n)?/, '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No JSON; whoever asked goes another way.
    return undefined;
  }
}

interface ItemsArray {
  /** Behind the opening bracket, and before the closing one. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly ListItem[];
}

/** What begins a string, or is a bracket or a comma. */
const sign = /["{}[\],]/g;
const itemsKey = '"items"';

/** The end of the string that begins at an offset; undefined if it has none. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
  }
  return undefined;
}

/** The array under the key `items` of the outermost object. */
function itemsArray(text: string): ItemsArray | undefined {
  const items: ListItem[] = [];
  let depth = 0;
  let start = -1;
  let itemStart = -1;
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [word] = match;
    const at = match.index;
    if (word === '"') {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      sign.lastIndex = end;
    }
    if (word === '{' || word === '[') depth++;
    else if (word === '}' || word === ']') depth--;
    if (start < 0) {
      if (depth === 1 && word === '"' && text.slice(at, sign.lastIndex) === itemsKey) {
        const opened = /^\s*:\s*\[/.exec(text.slice(sign.lastIndex, sign.lastIndex + 100));
        if (opened === null) continue;
        start = sign.lastIndex + opened[0].length;
        sign.lastIndex = start;
        itemStart = start;
        depth = 2;
      }
      continue;
    }
    const isEnd = word === ']' && depth === 1;
    if ((word === ',' && depth === 2) || isEnd) {
      const item = text.slice(itemStart, at);
      const blank = item.length - item.trimStart().length;
      if (item.trim() !== '') items.push({ text: item.trim(), offset: itemStart + blank });
      itemStart = at + 1;
    }
    if (isEnd) return { start, end: at, items };
  }
  return undefined;
}
