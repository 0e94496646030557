import type { Change, Refusal } from '../../yaml/change.ts';

/** The two texts that are the whole state of the program; everything else is derived from them. */
export interface Documents {
  readonly values: string;
  readonly namespace: string;
}

export type DocumentName = keyof Documents;

export const documentNames = ['values', 'namespace'] as const satisfies readonly DocumentName[];

export const fileNames: Readonly<Record<DocumentName, string>> = {
  values: 'values.yaml',
  namespace: 'namespace.yaml',
};

/** A change of one of the documents. */
export interface DocumentChange {
  readonly document: DocumentName;
  readonly change: Change;
}

/** A change that was not made, and why. */
export interface DocumentRefusal {
  readonly document: DocumentName;
  readonly refusal: Refusal;
}
