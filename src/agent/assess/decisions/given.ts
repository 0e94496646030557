import { subdomainComplaints } from '../../../kube/names.ts';
import type { Given, Wanted } from './decision.ts';

/** The largest user that a pod may run as. Source: the API server's validation of runAsUser. */
const maxUser = 2 ** 31 - 1;

/**
 * Why a text cannot be what a choice wants, for people.
 * @returns undefined if it can
 */
export function givenProblem({ kind }: Wanted, text: string): string | undefined {
  if (kind === 'claim') {
    if (text === '') return 'Name the claim.';
    return subdomainComplaints(text).length === 0
      ? undefined
      : 'Use lower case letters, digits, dashes and dots, with a letter or digit at both ends.';
  }
  if (text === '') return 'Give the user’s number.';
  const isNumber = /^\d{1,10}$/.test(text) && Number(text) <= maxUser;
  if (!isNumber) return `Use a number from 1 to ${maxUser}.`;
  return Number(text) === 0 ? 'User 0 is root. Use another number.' : undefined;
}

/** What was given for a choice if it can be that, else what stands for it until it is. */
export function givenOr(given: Given, choice: string, wants: Wanted): string {
  const text = Object.hasOwn(given, choice) ? given[choice] : undefined;
  return text !== undefined && givenProblem(wants, text) === undefined ? text : wants.example;
}
