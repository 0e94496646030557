import type { Model } from './model.ts';

/** Makes something that derives from a model be worked out at most once for each. */
export function once<T>(derive: (model: Model) => T): (model: Model) => T {
  const known = new WeakMap<Model, { readonly value: T }>();
  return (model) => {
    const before = known.get(model);
    if (before !== undefined) return before.value;
    const value = derive(model);
    known.set(model, { value });
    return value;
  };
}
