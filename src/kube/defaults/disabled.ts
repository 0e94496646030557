import { type Fields, structAt } from '../fields.ts';

/**
 * What the server takes out of a container because the feature is off by default: without its
 * stop signal a lifecycle that says nothing else is not there. Other such fields are never looked
 * at, so nothing need be done with them.
 */
export function withoutStopSignal(container: Fields): Fields {
  const lifecycle = structAt(container, 'lifecycle');
  if (lifecycle?.stopSignal === undefined) return container;
  const { stopSignal: _signal, ...others } = lifecycle;
  const { lifecycle: _lifecycle, ...rest } = container;
  return Object.keys(others).length === 0 ? rest : { ...container, lifecycle: others };
}
