import type { Diagnostic, ObjectVerdict, Reporter } from '../report/report.ts';
import { decides, Tally } from './tally.ts';

/** Counts what is found, and passes it on at once. */
export class Recorder {
  readonly tally = new Tally();
  private readonly notes = new Set<string>();
  private readonly told = new Set<string>();
  private readonly reporter: Reporter;

  constructor(reporter: Reporter) {
    this.reporter = reporter;
  }

  /** An object that was judged; of one that is admitted without a word nothing is said. */
  async verdict(verdict: ObjectVerdict): Promise<void> {
    this.tally.object(verdict.verdict, verdict.policy);
    if (verdict.verdict !== 'admitted' || verdict.says.length > 0) {
      await this.reporter.object(verdict);
    }
  }

  async findings(diagnostics: readonly Diagnostic[]): Promise<void> {
    for (const diagnostic of diagnostics) {
      if (this.isTold(diagnostic)) continue;
      this.tally.diagnostic(diagnostic);
      await this.reporter.diagnostic(diagnostic);
    }
  }

  /** What concerns no pod, such as a Namespace, may be met from several files: it is told once. */
  private isTold({ effect, rule, message, place, subjects }: Diagnostic): boolean {
    if (subjects.length > 0 || !decides(effect)) return false;
    const key = JSON.stringify([rule, message, place.file, place.region?.byteOffset]);
    const isTold = this.told.has(key);
    this.told.add(key);
    return isTold;
  }

  /** What the reader should know in the end, once; in several lines, if need be. */
  note(text: string): void {
    this.notes.add(text);
  }

  async end(): Promise<void> {
    await this.reporter.end(
      this.tally.summary([...this.notes].flatMap((note) => note.split('\n'))),
    );
  }
}
