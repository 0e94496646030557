import { type Failure, systemReason } from '../failure.ts';

/**
 * What was to be printed has not arrived, so whatever the program says no longer counts. It ends
 * the command from wherever it is thrown.
 */
export class OutputFailure extends Error {
  readonly problem: Failure;

  /**
   * @param output what could not be written to, for people
   * @param cause what the system said
   */
  constructor(output: string, cause: unknown) {
    const message = `${output} cannot be written to: ${systemReason(cause)}.`;
    super(message);
    this.problem = { message };
  }
}
