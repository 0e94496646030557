import { type HostReader, mappingAt, own, releaseOf, textAt } from './host.ts';

/** A ConfigMap, or a Secret with plain text, may hold a values file under any key. */
export const readConfigMap: HostReader = (data) => {
  const { kind } = data;
  if (data.apiVersion !== 'v1' || (kind !== 'ConfigMap' && kind !== 'Secret')) return undefined;
  const field = kind === 'ConfigMap' ? 'data' : 'stringData';
  const texts = mappingAt(data, field);
  return {
    kind,
    releases: Object.entries(texts).map(([key, value]) =>
      releaseOf([own([field, key], value)], {
        name: textAt(data, 'metadata', 'name') ?? key,
        namespace: textAt(data, 'metadata', 'namespace'),
        chart: undefined,
      }),
    ),
  };
};
