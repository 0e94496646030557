import type { Path } from '../../yaml/path.ts';
import {
  groupOf,
  type HostReader,
  listAt,
  mappingAt,
  namedFiles,
  own,
  type Release,
  releaseOf,
  textAt,
} from './host.ts';
import type { HostLayer } from './host-layer.ts';

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
    const key =
      helm.valuesObject === undefined || helm.valuesObject === null ? 'values' : 'valuesObject';
    const path = [...at, 'helm'];
    const layers = [
      ...namedFiles(
        listAt(helm, 'valueFiles'),
        [...path, 'valueFiles'],
        helm.ignoreMissingValueFiles === true,
      ),
      own([...path, key], helm[key]),
      ...setLayers(helm, path),
    ];
    const name = textAt(helm, 'releaseName') ?? textAt(named, 'metadata', 'name');
    const namespace =
      textAt(helm, 'namespace') ?? textAt(application, 'spec', 'destination', 'namespace');
    return [releaseOf(layers, { name, namespace, chart })];
  });
}

/** Parameters stand above all values, whichever way those are given. */
function setLayers(helm: unknown, at: Path): readonly HostLayer[] {
  const parameters = listAt(helm, 'parameters').flatMap((one, index): HostLayer[] => {
    const name = textAt(one, 'name');
    if (name === undefined) return [];
    const option = mappingAt(one).forceString === true ? 'set-string' : 'set';
    const path = [...at, 'parameters', index];
    return [{ from: 'set', path, option, name, value: textAt(one, 'value') ?? '' }];
  });
  const files = listAt(helm, 'fileParameters').flatMap((one, index): HostLayer[] => {
    const name = textAt(one, 'name');
    if (name === undefined) return [];
    const path = [...at, 'fileParameters', index];
    return [{ from: 'set', path, option: 'set-file', name, value: textAt(one, 'path') ?? '' }];
  });
  return [...parameters, ...files];
}
