import { textAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { dataOf } from '../../yaml/value.ts';
import { releaseOf } from '../chart/release-of.ts';
import { mappingOf } from '../documents/plain.ts';
import type { Assessment } from './assessment.ts';

/** One thing about an opened file, for its summary. */
export interface FileFact {
  readonly name: string;
  readonly value: string;
  /** Whether the value is a name or text from the file. */
  readonly code: boolean;
}

/** What an opened file is: chart shape, workers, Sentinel, sidecar, namespace, agent image. */
export function fileFacts({ trees, settings }: Assessment): readonly FileFact[] {
  const { values } = trees;
  const workers = settings.components.workers.map(({ name }) => name || 'unnamed');
  return [
    { name: 'Chart', value: chartShape(values), code: false },
    { name: 'Workers', value: listed(workers), code: workers.length > 0 },
    { name: 'Sentinel', value: sentinelFact(settings.security.sentinel.enabled), code: false },
    { name: 'Logging sidecar', value: settings.sidecar.enabled ? 'On' : 'Off', code: false },
    {
      name: 'Namespace',
      value: settings.namespace.name || 'Not set',
      code: settings.namespace.name !== '',
    },
    { name: 'Agent image', value: imageFact(values), code: true },
  ];
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'None';
  const named = names.slice(0, namedWorkers).join(', ');
  const more = names.length - namedWorkers;
  return `${names.length}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

const namedWorkers = 3;

function sentinelFact(enabled: '' | 'on' | 'off'): string {
  if (enabled === '') return 'Not said';
  return enabled === 'on' ? 'On' : 'Off';
}

/** The release of the chart that the file was written for. */
function chartShape({ root }: YamlTree): string {
  const data = root && dataOf(root);
  return `${releaseOf(mappingOf(data)).series} shape`;
}

/** `agent 1.6.0` of a tag such as `3.2-2-python-3.13-astro-agent-1.6.0`; else the tag as it is. */
function imageFact(values: YamlTree): string {
  const image = textAt(values, ['image']) ?? textAt(values, ['workers', 0, 'image']);
  if (image === undefined) return 'Not set';
  const tag = image.slice(image.lastIndexOf('/') + 1);
  const agent = /-astro-agent-(.+?)(?:-base)?$/s.exec(tag)?.[1];
  return agent === undefined ? tag : `agent ${agent}`;
}
