import {
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { type FieldValues, get, useForm } from 'react-hook-form';
import type { SettingStep } from '../../agent/settings/settings.ts';
import { stepFormId } from '../frame/step-footer.tsx';
import { usePaused } from '../pause.ts';
import { navigate } from '../route.ts';
import { neighbours } from '../steps-in-order.ts';
import './fields.css';
import './controls.css';
import { presentAssessment, sameData, useAssessed } from '../assessed/use-assessed.ts';
import { ErrorSummary } from './error-summary.tsx';
import { fieldMessages } from './errors.ts';
import { type StepFormApi, StepFormContext } from './step-form-context.ts';
import { invalidFields, stepResolvers } from './step-schema.ts';
import { useFieldOfRoute } from './use-field-of-route.ts';
import { writeSetting } from './write-setting.ts';

interface StepFormProps {
  readonly step: SettingStep;
  readonly children: ReactNode;
}

/**
 * One step's form: a view of the settings that derive from the documents. What is typed goes into
 * the documents as soon as it is valid and comes back from there; only what is not valid lives
 * here, as the form's dirty fields.
 */
export function StepForm({ step, children }: StepFormProps) {
  const section = useAssessed(({ settings }) => settings[step], sameData);
  const values = useMemo(() => section && { [step]: section }, [section, step]);
  const form = useForm<FieldValues>({
    ...(values ? { values } : {}),
    resolver: stepResolvers[step],
    mode: 'onTouched',
    shouldFocusError: false,
    resetOptions: {
      keepDirtyValues: true,
      keepErrors: true,
      keepTouched: true,
      keepIsSubmitted: true,
      keepSubmitCount: true,
    },
  });
  const { control, trigger, resetField, getValues, formState } = form;
  const { errors } = formState;
  const [summaryNumber, setSummaryNumber] = useState(0);

  // A fix or the editor may have put right what a field complains about.
  const checkAgain = useEffectEvent(() => {
    const names = fieldMessages(errors).map(({ field }) => field);
    if (names.length > 0) void trigger(names);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other values arrive, not when they are looked at.
  useEffect(() => checkAgain(), [values]);

  const isPaused = usePaused().length > 0;
  useFieldOfRoute(step);

  const api = useMemo<StepFormApi>(
    () => ({
      step,
      control,
      write: (change) => writeSetting(step, resetField, change),
      validate: async () => {
        await trigger(undefined, { shouldTouch: true });
        const settings = presentAssessment()?.settings;
        // A row that is gone may have left a half-typed text behind.
        const invalid = invalidFields(step, getValues()).filter(
          (field) => get(settings, field) !== undefined,
        );
        if (invalid.length > 0) setSummaryNumber((number) => number + 1);
        return invalid.length === 0;
      },
    }),
    [step, control, trigger, resetField, getValues],
  );

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter leaves the field, too: what waits for that is written now.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    const { next } = neighbours(step);
    if ((await api.validate()) && next) navigate({ step: next.id });
  };

  if (!section) return null;
  return (
    <StepFormContext value={api}>
      <form id={stepFormId} className="step" noValidate onSubmit={(event) => void submit(event)}>
        {summaryNumber > 0 && <ErrorSummary key={summaryNumber} messages={fieldMessages(errors)} />}
        <fieldset className="step-fields" disabled={isPaused}>
          {children}
        </fieldset>
      </form>
    </StepFormContext>
  );
}
