import type { Documents } from '../documents/documents.ts';
import { namespaceText } from './namespace-text.ts';
import { valuesText } from './values-text.ts';

/**
 * The files that somebody starts from who has none: small, commented, and as the guide for
 * restricted namespaces asks. Opened like any other file. What only a person can know is in
 * angle brackets.
 */
export function starter(): Documents {
  return { values: valuesText, namespace: namespaceText };
}
