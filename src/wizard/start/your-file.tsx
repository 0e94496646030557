import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { fixable } from '../../agent/assess/assess.ts';
import { fileFacts } from '../../agent/assess/file-facts.ts';
import { fixAll } from '../actions.ts';
import { LeftToDecide } from '../decisions/left-to-decide.tsx';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { lineCount } from '../findings/state-words.ts';
import { SummaryPanel, useFixSummary } from '../fixed/summary-panel.tsx';
import { WaysAfter } from '../fixed/ways-after.tsx';
import { fileText } from '../hosted/file-texts.ts';
import { MissingValues } from '../missing/missing-values.tsx';
import type { Present } from '../present.ts';
import { navigate } from '../route.ts';
import { EarlierDrafts } from './earlier-drafts.tsx';
import { HeldFile } from './held-file.tsx';
import { KeepChoice } from './keep-choice.tsx';
import { PodTable } from './pod-table.tsx';
import { TakenFiles } from './taken-files.tsx';

/** What was brought: what it is, what would happen to each pod, and the two ways on. */
export function YourFile({ present }: { readonly present: Present }) {
  const { work, assessment } = present;
  const { source } = work.originals.values;
  const lines = lineCount(fileText(work, 'values'));
  const fixes = fixable(assessment).length;
  const summary = useFixSummary();
  return (
    <div className="step">
      <h1 tabIndex={-1}>Your file</h1>
      <p className="step-lead">
        {source === 'imported'
          ? `Read in this browser: ${lines.toLocaleString('en')} lines.`
          : 'The built-in minimal file, with the settings of the guide.'}
      </p>
      <HeldFile work={work} />
      <TakenFiles />
      {summary && (
        <>
          <SummaryPanel summary={summary} />
          <LeftToDecide />
          <MissingValues />
          <WaysAfter />
        </>
      )}
      <dl className="facts">
        {fileFacts(assessment).map(({ name, value, code }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{code ? <code translate="no">{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
      <div className="section-head">
        <h2>
          In a namespace that enforces <code translate="no">{assessment.policy.enforce.text}</code>
        </h2>
      </div>
      <PodTable assessment={assessment} />
      {!summary && <WaysOn fixes={fixes} />}
      <div data-field="start">
        <RestOfProblems field="start" shownBy={[]} besides="missing-value" />
      </div>
      {!summary && (
        <>
          <LeftToDecide />
          <MissingValues />
        </>
      )}
      <KeepChoice />
      <EarlierDrafts />
    </div>
  );
}

/** The two ways on from a file that has just been opened. */
function WaysOn({ fixes }: { readonly fixes: number }) {
  return (
    <>
      <div className="start-ways">
        {fixes > 0 && (
          <Button variant="primary" onClick={fixAll}>
            Fix everything
          </Button>
        )}
        <Button
          variant={fixes > 0 ? 'secondary' : 'primary'}
          onClick={() => navigate({ step: 'namespace' })}
        >
          Go step by step
        </Button>
      </div>
      {fixes > 0 && (
        <p className="start-promise">
          Writes {fixes} {fixes === 1 ? 'fix' : 'fixes'}. You can undo all of them, or look at them
          first, step by step.
        </p>
      )}
    </>
  );
}
