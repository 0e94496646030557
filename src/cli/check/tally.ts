import { type ExitCode, exitCode, worst } from '../exit-code.ts';
import type { Diagnostic, ObjectVerdict, Summary } from '../report/report.ts';

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
  private otherFiles = 0;
  private readonly policies = new Set<string>();
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

  /** A file of a folder that is neither a manifest nor a values file of the chart. */
  skipFile(): void {
    this.otherFiles += 1;
  }

  skip(kind: string): void {
    this.skipped.set(kind, (this.skipped.get(kind) ?? 0) + 1);
  }

  summary(notes: readonly string[]): Summary {
    const { counts, effects, skipped, otherFiles, policies } = this;
    return { counts, effects, skipped, otherFiles, policies: [...policies], notes };
  }
}

/** Whether a finding keeps what was read from being admitted, or from being known to be. */
export function decides(effect: Diagnostic['effect']): boolean {
  return effect === 'rejected' || effect === 'unknown' || effect === 'fails';
}
