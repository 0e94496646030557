import type { DocumentName } from '../../agent/documents/documents.ts';
import { textAt } from '../../yaml/locate.ts';
import type { Diagnostic } from '../report/report.ts';
import type { HostedInstall } from './hosted-installs.ts';
import type { KnownNamespaces } from './known-namespaces.ts';
import type { Overrides } from './overrides.ts';
import type { Recorder } from './recorder.ts';
import type { SourceText } from './source-text.ts';

interface Surroundings {
  readonly overrides: Overrides;
  readonly namespaces: KnownNamespaces;
  readonly recorder: Recorder;
}

/** Judges values.yaml or namespace.yaml, with the rules of the wizard, and reports it. */
export async function judgeOwn(
  about: DocumentName,
  text: SourceText,
  { overrides, namespaces, recorder }: Surroundings,
  install?: Pick<HostedInstall, 'name' | 'namespace' | 'isLocked'>,
): Promise<void> {
  const { judgeDocument } = await import('./judge-values.ts');
  const named = textAt(text.tree, ['namespace']) ?? install?.namespace;
  const given =
    about === 'namespace'
      ? { namespace: text }
      : { values: text, namespace: namespaces.manifestFor(named), install: install?.name };
  const { verdicts, diagnostics, standing } = judgeDocument(about, given, overrides);
  for (const verdict of verdicts) await recorder.verdict(verdict);
  recorder.tally.standing(standing);
  if (about === 'values' && verdicts.length === 0 && diagnostics.length === 0) {
    recorder.note(`${text.file} makes no pods, so there is nothing to judge.`);
  }
  const isLocked = install?.isLocked === true;
  await recorder.findings(isLocked ? diagnostics.map(withoutFix) : diagnostics);
}

/** Of a file that nobody but SOPS may edit. */
function withoutFix({ fix: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic;
}

/** Judges the installs of a host, each by itself, and reports what is to be said of them. */
export async function judgeInstalls(
  installs: readonly HostedInstall[],
  around: Surroundings,
): Promise<void> {
  for (const install of installs) {
    await around.recorder.findings(install.problems);
    await around.recorder.findings(install.notes);
    if (install.values !== undefined) await judgeOwn('values', install.values, around, install);
  }
}
