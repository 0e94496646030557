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
import type { FileLocation, HostLayer } from './host-layer.ts';

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
  const all = sources.map(({ source }) => source);
  return sources.flatMap(({ source, at }) => {
    const helm = mappingAt(source, 'helm');
    const chart = textAt(source, 'chart');
    if (chart === undefined && Object.keys(helm).length === 0) return [];
    // A valuesObject that is not null makes Argo CD ignore the text.
    const key =
      helm.valuesObject === undefined || helm.valuesObject === null ? 'values' : 'valuesObject';
    const path = [...at, 'helm'];
    const layers = [
      ...namedFiles(listAt(helm, 'valueFiles'), [...path, 'valueFiles'], {
        optional: helm.ignoreMissingValueFiles === true,
        locate: (file) => inRepository(file, source, all),
      }),
      own([...path, key], helm[key]),
      ...setLayers(helm, path),
    ];
    const name = textAt(helm, 'releaseName') ?? textAt(named, 'metadata', 'name');
    const namespace =
      textAt(helm, 'namespace') ?? textAt(application, 'spec', 'destination', 'namespace');
    return [releaseOf(layers, { name, namespace, chart })];
  });
}

/**
 * Where Argo CD looks for a values file: `$name/...` from the root of the source of that name,
 * `/...` from the root of this source, and others from its path. A file of a chart is not beside
 * the Application, nor one whose name is a pattern, an address or filled in later.
 */
function inRepository(
  file: string,
  source: unknown,
  all: readonly unknown[],
): FileLocation | undefined {
  if (/:\/\/|[*?[{]/.test(file)) return undefined;
  const [, name, below] = /^\$([^/]+)\/(.+)$/.exec(file) ?? [];
  if (below !== undefined) {
    const isNamed = all.some((one) => textAt(one, 'ref') === name);
    return isNamed ? { base: 'repository', path: below } : undefined;
  }
  const folder = textAt(source, 'path');
  if (file.startsWith('$') || textAt(source, 'chart') !== undefined || folder === undefined) {
    return undefined;
  }
  const path = file.startsWith('/') ? file.slice(1) : `${folder}/${file}`;
  return /[{]/.test(folder) ? undefined : { base: 'repository', path };
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
