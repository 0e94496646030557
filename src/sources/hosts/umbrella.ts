import { isObject } from '../../yaml/value.ts';
import { type HostReader, own, releaseOf } from './host.ts';

/**
 * The values of a chart that has others below it, each under its name or alias:
 * https://helm.sh/docs/chart_template_guide/subcharts_and_globals/
 */
export const readUmbrella: HostReader = (data) => {
  if (data.apiVersion !== undefined && data.kind !== undefined) return undefined;
  return {
    kind: 'umbrella',
    releases: Object.entries(data).flatMap(([key, value]) =>
      isObject(value)
        ? [
            releaseOf([own([key], value)], {
              name: key,
              namespace: undefined,
              chart: key,
            }),
          ]
        : [],
    ),
  };
};
