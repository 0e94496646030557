import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import AddIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-add-icon';
import { useCallback, useState } from 'react';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { isUnder } from '../field-id.ts';
import { RestOfProblems } from '../fields/rest-of-problems.tsx';
import { StepForm } from '../fields/step-form.tsx';
import { currentRoute, type Route, useRoute } from '../route.ts';
import { ComponentCard } from './component-card.tsx';
import { type Subject, subjectsOf } from './component-subjects.ts';
import { StepHeading } from './step-heading.tsx';
import { useFolding } from './use-folding.ts';
import { addWorker } from './worker-actions.ts';

const parts = ['workers.', 'dagProcessor', 'triggerer'];

/** Step 3: what each component needs besides the shared contexts. */
export function ComponentsStep() {
  return (
    <StepForm step="components">
      <StepHeading
        title="Components"
        lead="With a read-only root filesystem, each pod needs a few folders it can write to."
      />
      <RestOfProblems field="components" shownBy={parts} />
      <Cards />
    </StepForm>
  );
}

interface Toggled {
  readonly open: boolean;
  /** The address at that time: a later one may ask for the card again. */
  readonly route: Route;
}

function Cards() {
  const subjects = useAssessed(subjectsOf, sameData) ?? [];
  const route = useRoute();
  const [first] = useState(() => subjects.find(({ needsWork }) => needsWork)?.base);
  const [toggled, setToggled] = useState<Readonly<Record<string, Toggled>>>({});
  const onToggle = useCallback((base: ComponentId, open: boolean) => {
    setToggled((before) => ({ ...before, [base]: { open, route: currentRoute() } }));
  }, []);

  const isOpen = (base: ComponentId) => {
    const asked = route.field !== undefined && isUnder(route.field, base);
    const last = toggled[base];
    return last && !(asked && last.route !== route) ? last.open : asked || base === first;
  };
  const card = (subject: Subject) => (
    <ComponentCard
      key={subject.base}
      {...subject}
      open={isOpen(subject.base)}
      onToggle={onToggle}
    />
  );
  const workers = subjects.filter(({ worker }) => worker >= 0);
  const { shown, folded, showAll, search } = useFolding(
    workers,
    ({ pod, summary, state }) => `${pod} ${summary} ${state}`,
    ({ base }) => isOpen(base),
  );
  return (
    <>
      {search && (
        <div className="find-worker">
          <label htmlFor="find-worker">Find a worker</label>
          <TextInput
            id="find-worker"
            type="search"
            value={search.text}
            placeholder="Name, queue or state"
            onChange={(_, text) => search.set(text)}
          />
          <span className="remark" role="status">
            {`${shown.length} of ${workers.length} shown`}
          </span>
        </div>
      )}
      {shown.map(card)}
      {folded > 0 && (
        <button type="button" className="text-button show-more" onClick={showAll}>
          {`Show ${folded} more`}
        </button>
      )}
      <button type="button" className="text-button add-button" onClick={addWorker}>
        <AddIcon aria-hidden="true" /> Add worker
      </button>
      {subjects.filter(({ worker }) => worker < 0).map(card)}
    </>
  );
}
