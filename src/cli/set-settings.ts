import { type Settings, settingsSchema } from '../agent/settings/settings.ts';
import { isObject } from '../yaml/value.ts';
import type { Outcome } from './failure.ts';

/** Changes settings by words such as `security.pod.runAsUser=1000`, one after the other. */
export function changeSettings(settings: Settings, words: readonly string[]): Outcome<Settings> {
  let data: unknown = settings;
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 1) return failed(`--set ${word} has no value.`, 'Write it as PATH=VALUE.');
    const path = word.slice(0, equals).split('.');
    const changed = withValue(data, path, word.slice(equals + 1));
    if (!changed.ok)
      return failed(`--set ${word}: ${changed.problem.message}`, changed.problem.remedy);
    data = changed.value;
  }
  const result = settingsSchema.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  return failed(`--set ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'this is not valid.'}`);
}

/** The text takes the kind of the value that is there. */
function withValue(data: unknown, path: readonly string[], text: string): Outcome<unknown> {
  const [step, ...rest] = path;
  if (step === undefined) return valueLike(data, text);
  if (Array.isArray(data)) {
    const index = Number(step);
    if (!Number.isInteger(index) || index < 0 || index >= data.length) {
      return failed(`there is no item ${step}.`, `The list has ${data.length}, counted from 0.`);
    }
    const item = withValue(data[index], rest, text);
    return item.ok ? { ok: true, value: data.with(index, item.value) } : item;
  }
  if (!isObject(data) || !Object.hasOwn(data, step)) {
    const known = isObject(data) ? Object.keys(data).join(', ') : '';
    return failed(
      `there is no setting ${step}.`,
      known === '' ? undefined : `Known here: ${known}.`,
    );
  }
  const below = withValue(data[step], rest, text);
  return below.ok ? { ok: true, value: { ...data, [step]: below.value } } : below;
}

function valueLike(present: unknown, text: string): Outcome<unknown> {
  if (typeof present === 'string') return { ok: true, value: text };
  if (typeof present === 'boolean') {
    if (text === 'true' || text === 'false') return { ok: true, value: text === 'true' };
    return failed('this is a switch.', 'Write true or false.');
  }
  const known = isObject(present) ? Object.keys(present).join(', ') : '';
  return failed(
    'this is a group of settings.',
    known === '' ? 'Set one of its own.' : `Set one of its own: ${known}.`,
  );
}

function failed(message: string, remedy?: string): Outcome<never> {
  return { ok: false, problem: remedy === undefined ? { message } : { message, remedy } };
}
