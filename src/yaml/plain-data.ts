import type { Change, PlainValue } from './change.ts';
import type { Path } from './path.ts';
import { isObject, type PlainObject, put } from './value.ts';

/** What the data of a document is after a change, for checking what an edit did. Shares what does not change. */
export function changedData(data: unknown, change: Change): unknown {
  switch (change.op) {
    case 'set':
      return along(data, change.path, () => change.value);
    case 'append':
      return along(data, change.path, (list) =>
        Array.isArray(list) ? [...list, change.value] : [change.value],
      );
    case 'remove':
      return without(data, change.path);
  }
}

function along(data: unknown, path: Path, update: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return update(data);
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(data) ? [...data] : [];
    list[step] = along(list[step], rest, update);
    return list;
  }
  const object = copy(data);
  const before = Object.hasOwn(object, step) ? object[step] : undefined;
  put(object, step, along(before, rest, update));
  return object;
}

function without(data: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return data;
  if (Array.isArray(data) && typeof step === 'number') {
    if (step >= data.length) return data;
    if (rest.length === 0) return data.filter((_, index) => index !== step);
    return data.map((item, index) => (index === step ? without(item, rest) : item));
  }
  if (!isObject(data) || typeof step !== 'string' || !Object.hasOwn(data, step)) return data;
  const object = copy(data);
  if (rest.length === 0) delete object[step];
  else put(object, step, without(data[step], rest));
  return object;
}

function copy(data: unknown): PlainObject {
  const object: PlainObject = {};
  if (isObject(data)) for (const [key, value] of Object.entries(data)) put(object, key, value);
  return object;
}

/** The identity of a change, for telling equal ones. */
export function changeKey(change: Change): string {
  const value: PlainValue = change.op === 'remove' ? null : change.value;
  return JSON.stringify([change.op, change.path, value]);
}
