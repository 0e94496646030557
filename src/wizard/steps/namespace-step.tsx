import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { SectionHeading } from '../fields/section-heading.tsx';
import { StepForm } from '../fields/step-form.tsx';
import { TextField } from '../fields/text-field.tsx';
import { KeyValueTable } from './key-value-table.tsx';
import { ModeRow } from './mode-row.tsx';
import { StepHeading } from './step-heading.tsx';

const parts = ['name', 'enforce', 'audit', 'warn'];

/** Step 1: the namespace, and the labels that say what it takes. */
export function NamespaceStep() {
  return (
    <StepForm step="namespace">
      <StepHeading
        title="Namespace"
        lead="Its labels tell Kubernetes which pods to refuse, to record and to warn of."
      />
      <SectionHeading
        title="Namespace"
        code="metadata"
        document="namespace"
        path={['metadata', 'name']}
      />
      <TextField
        field="namespace.name"
        label="Name"
        code="name"
        reason={
          <>
            <code translate="no">namespace</code> in values.yaml follows it.
          </>
        }
      />
      <RestOfProblems field="namespace" shownBy={parts} />
      <SectionHeading
        title="Pod Security"
        code="pod-security.kubernetes.io"
        document="namespace"
        path={['metadata', 'labels']}
      />
      <ModeRow
        mode="enforce"
        label="Enforce"
        reason="Rejects pods. Deployments get a warning only."
      />
      <ModeRow mode="audit" label="Audit" reason="Adds a note to the audit log. Rejects nothing." />
      <ModeRow
        mode="warn"
        label="Warn"
        reason="Warns whoever applies it. Not set, it follows enforce."
      />
      <KeyValueTable
        field="namespace.labels"
        title="Other labels"
        code="labels"
        noun="label"
        reason="For your own use, such as team or cost center."
      />
      <KeyValueTable
        field="namespace.annotations"
        title="Annotations"
        code="annotations"
        noun="annotation"
        reason="Notes for tools, with free text as their value."
      />
    </StepForm>
  );
}
