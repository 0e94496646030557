import { isList, type Mapping, textOf, valueAt } from '../../documents/plain.ts';

/** The class names of the DAG bundles: `dagBundleConfigList` holds a JSON list as text. */
export function bundleClasses(values: Mapping): readonly string[] {
  const list = parsed(textOf(valueAt(values, 'dagBundleConfigList')));
  if (!isList(list)) return [];
  return list.map((bundle) => textOf(valueAt(bundle, 'classpath')).split('.').at(-1) ?? '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Bad JSON means unknown bundles; no rule may guess at them.
    return undefined;
  }
}
