import { type ComponentType, use } from 'react';
import { fetchedOnce } from './missing-part.ts';

interface Module<Props> {
  readonly default: ComponentType<Props>;
}

/**
 * A component that is fetched when it is first shown. React's `lazy` never asks again for one that
 * did not come; this does, once its Guard is told to try again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<Module<Props>>,
): ComponentType<Props> {
  const fetched = fetchedOnce(load);
  return function Part(props: Props) {
    const { default: Shown } = use(fetched());
    return <Shown {...props} />;
  };
}
