import type { Assessment } from '../../agent/assess/assessment.ts';
import { relabelSays } from '../../agent/judge/relabel-says.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';

function says(assessment: Assessment): readonly string[] {
  return relabelSays(assessment, assessment.settings.namespace.name);
}

/** What kubectl prints when the enforce level comes to a namespace where these pods run already. */
export function RelabelWarnings() {
  const lines = useAssessed(says, sameData);
  if (!lines || lines.length === 0) return null;
  return (
    <details className="mode-changes-more relabel" data-testid="relabel">
      <summary>What kubectl label says if these pods run already</summary>
      <p className="reason">They go on running, and are refused when they are made anew.</p>
      <pre translate="no">{lines.join('\n')}</pre>
    </details>
  );
}
