import type { Place } from '../field-path.ts';
import { isFields } from '../fields.ts';

/**
 * The place that somebody wrote: a request that the server made of a limit stands where the limit
 * does. Every other place is its own.
 * @param object the object before defaults
 */
export function placeAsWritten(object: unknown, place: Place): Place {
  const list = place.lastIndexOf('requests');
  if (list < 0 || isThere(object, place.slice(0, list + 2))) return place;
  const limit = [...place.slice(0, list), 'limits', ...place.slice(list + 1)];
  return isThere(object, limit.slice(0, list + 2)) ? limit : place;
}

function isThere(object: unknown, place: Place): boolean {
  let value = object;
  for (const step of place) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isFields(value)) value = value[step];
    else return false;
  }
  return value !== undefined && value !== null;
}
