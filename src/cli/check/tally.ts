import { type ExitCode, exitCode, worst } from '../exit-code.ts';
import type { Diagnostic, ObjectVerdict, Summary } from '../report/report.ts';
import type { SkipReason } from '../report/skip-reason.ts';

/** Counts what a check came to. */
export class Tally {
  private readonly counts = { admitted: 0, fails: 0, rejected: 0, unknown: 0 };
  private readonly effects = {
    rejected: 0,
    unknown: 0,
    fails: 0,
    warned: 0,
    advice: 0,
    unreadable: 0,
  };
  private readonly skipped = new Map<string, number>();
  private readonly skippedFiles = new Map<SkipReason, number>();
  private readonly policies = new Set<string>();
  private isVacant = true;
  private code: ExitCode = exitCode.admitted;

  get exitCode(): ExitCode {
    return this.code;
  }

  object(verdict: ObjectVerdict['verdict'], policy: string): void {
    this.counts[verdict] += 1;
    this.policies.add(policy);
    this.standing(verdict);
  }

  /** What a file comes to as a whole: what cannot be judged is never admitted. */
  standing(verdict: ObjectVerdict['verdict']): void {
    if (verdict !== 'admitted') this.code = worst(this.code, exitCode.refused);
  }

  diagnostic({ effect }: Diagnostic): void {
    this.effects[effect] += 1;
    if (effect === 'unreadable') this.code = worst(this.code, exitCode.unreadable);
    if (decides(effect)) {
      this.code = worst(this.code, exitCode.refused);
    }
  }

  /** A file that is passed over, since it is neither a manifest nor the agent's. */
  skipFile(reason: SkipReason): void {
    this.skippedFiles.set(reason, (this.skippedFiles.get(reason) ?? 0) + 1);
  }

  /** Something that was recognised, whether or not there was anything in it to judge. */
  recognised(): void {
    this.isVacant = false;
  }

  /** Whether files were passed over, and nothing else was in the input. */
  get isEmpty(): boolean {
    return this.isVacant && this.skippedFiles.size > 0 && this.effects.unreadable === 0;
  }

  skip(kind: string): void {
    this.skipped.set(kind, (this.skipped.get(kind) ?? 0) + 1);
  }

  summary(notes: readonly string[]): Summary {
    const { counts, effects, skipped, policies } = this;
    const skippedFiles = Object.fromEntries(this.skippedFiles);
    return { counts, effects, skipped, skippedFiles, policies: [...policies], notes };
  }
}

/** Whether a finding keeps what was read from being admitted, or from being known to be. */
export function decides(effect: Diagnostic['effect']): boolean {
  return effect === 'rejected' || effect === 'unknown' || effect === 'fails';
}
