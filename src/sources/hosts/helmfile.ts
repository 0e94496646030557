import { isObject } from '../../yaml/value.ts';
import { type HostReader, listAt, own, releaseOf, textAt } from './host.ts';

/** The releases of a helmfile: https://helmfile.readthedocs.io/ */
export const readHelmfile: HostReader = (data) => {
  const releases = listAt(data, 'releases');
  const isRelease = (one: unknown) =>
    textAt(one, 'chart') !== undefined && textAt(one, 'name') !== undefined;
  if (data.apiVersion !== undefined || !releases.some(isRelease)) return undefined;
  return {
    kind: 'helmfile',
    releases: releases.map((release, index) =>
      releaseOf(
        // A text is the name of a values file.
        listAt(release, 'values').flatMap((value, layer) =>
          isObject(value) ? [own(['releases', index, 'values', layer], value)] : [],
        ),
        {
          name: textAt(release, 'name'),
          namespace: textAt(release, 'namespace'),
          chart: textAt(release, 'chart'),
        },
      ),
    ),
  };
};
