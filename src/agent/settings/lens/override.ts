import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { valueAt } from '../../documents/plain.ts';
import type { ContextPairSettings } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import {
  isContext,
  readContainerContext,
  readPodContext,
  writeContainerContext,
  writePodContext,
} from './contexts.ts';

/**
 * A component's own contexts; null if it has none. If it has one of the two, the other is as in
 * step 2: that is what holds for it.
 * @param shared the contexts of step 2
 */
export function readOverride(
  component: unknown,
  shared: ContextPairSettings,
): ContextPairSettings | null {
  const pod = valueAt(component, 'podSecurityContext');
  const container = valueAt(component, 'containerSecurityContext');
  if (!isContext(pod) && !isContext(container)) return null;
  return {
    pod: isContext(pod) ? readPodContext(pod) : copyOf(shared).pod,
    container: isContext(container) ? readContainerContext(container) : copyOf(shared).container,
  };
}

/** No object is in the settings twice: whoever changes one setting must not change two. */
function copyOf({ pod, container }: ContextPairSettings): ContextPairSettings {
  return {
    pod: { ...pod, seccompProfile: { ...pod.seccompProfile } },
    container: { ...container, capabilities: { ...container.capabilities } },
  };
}

/**
 * Changes a component's own contexts. New ones are written in full, both of them; a context that
 * only was as in step 2 stays unwritten until it is changed itself.
 * @param was what was read before any change
 */
export function writeOverride(
  changing: ChangingData,
  component: Path,
  was: ContextPairSettings | null,
  next: ContextPairSettings | null,
): void {
  if (sameValue(was, next)) return;
  const pod = [...component, 'podSecurityContext'];
  const container = [...component, 'containerSecurityContext'];
  if (next === null) {
    for (const path of [pod, container]) if (isContext(changing.at(path))) changing.remove(path);
    return;
  }
  if (was === null || !sameValue(was.pod, next.pod))
    writePodContext(changing, pod, next.pod, 'full');
  if (was === null || !sameValue(was.container, next.container)) {
    writeContainerContext(changing, container, next.container, 'full');
  }
}
