import type { Path } from '../../yaml/path.ts';
import {
  groupOf,
  type HostReader,
  listAt,
  mappingAt,
  type Release,
  releaseOf,
  textAt,
} from './host.ts';

/**
 * An Application of Argo CD, or the template of an ApplicationSet:
 * https://argo-cd.readthedocs.io/en/stable/user-guide/helm/
 */
export const readArgo: HostReader = (data) => {
  if (groupOf(data) !== 'argoproj.io') return undefined;
  if (data.kind === 'Application') {
    return { kind: 'Application', releases: releasesOf(data, data, []) };
  }
  if (data.kind !== 'ApplicationSet') return undefined;
  const template = mappingAt(data, 'spec', 'template');
  return { kind: 'ApplicationSet', releases: releasesOf(data, template, ['spec', 'template']) };
};

/** One release a source. */
function releasesOf(named: unknown, application: unknown, path: Path): readonly Release[] {
  const sources = [
    { source: mappingAt(application, 'spec', 'source'), at: [...path, 'spec', 'source'] },
    ...listAt(application, 'spec', 'sources').map((source, index) => ({
      source,
      at: [...path, 'spec', 'sources', index],
    })),
  ];
  return sources.flatMap(({ source, at }) => {
    const helm = mappingAt(source, 'helm');
    const chart = textAt(source, 'chart');
    if (chart === undefined && Object.keys(helm).length === 0) return [];
    // A valuesObject that is not null makes Argo CD ignore the text.
    const candidates =
      helm.valuesObject === undefined || helm.valuesObject === null
        ? [{ path: [...at, 'helm', 'values'], value: helm.values }]
        : [{ path: [...at, 'helm', 'valuesObject'], value: helm.valuesObject }];
    const name = textAt(helm, 'releaseName') ?? textAt(named, 'metadata', 'name');
    const namespace =
      textAt(helm, 'namespace') ?? textAt(application, 'spec', 'destination', 'namespace');
    return [releaseOf(candidates, { name, namespace, chart })];
  });
}
