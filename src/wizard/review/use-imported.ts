import { useMemo } from 'react';
import { assess } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Present } from '../present.ts';

/** The files as they were opened, judged; undefined if nothing has changed since. */
export function useImported({ work }: Present): Assessment | undefined {
  const { values, namespace } = work.originals;
  const changed =
    values.text !== work.documents.values || namespace.text !== work.documents.namespace;
  return useMemo(() => {
    if (!changed) return undefined;
    const result = assess({ values: values.text, namespace: namespace.text });
    return result.ok ? result.assessment : undefined;
  }, [changed, values.text, namespace.text]);
}
