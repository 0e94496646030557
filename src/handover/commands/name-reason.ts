import { labelComplaints, subdomainComplaints } from '../../kube/names.ts';

const kinds = {
  namespace: {
    complaints: labelComplaints,
    form: 'at most 63 lower case letters, digits and dashes, with a letter or digit at both ends',
  },
  Secret: {
    complaints: subdomainComplaints,
    form: 'at most 253 lower case letters, digits, dashes and dots, with a letter or digit at both ends',
  },
} as const;

/** Why no object of this kind can have the name, with the form that it needs; else undefined. */
export function nameReason(kind: keyof typeof kinds, name: string): string | undefined {
  const { complaints, form } = kinds[kind];
  if (complaints(name).length === 0) return undefined;
  const what =
    name === '' ? `The ${kind} has no name` : `${JSON.stringify(name)} cannot name a ${kind}`;
  return `${what}: use ${form}.`;
}
