import type { Path } from '../yaml/path.ts';
import type { TextRange } from '../yaml/text-edit.ts';
import { layerName } from './hosts/host-layer.ts';
import type { Block, Elsewhere, OpenInstall, OpenLayer } from './open-host.ts';
import { substitutionsIn } from './substitution.ts';

/** Something about an install that its values alone do not tell. */
export interface InstallNote {
  readonly code: 'elsewhere' | 'layer-alone' | 'dropped-null' | 'release-namespace';
  /** Whether it leaves open what Helm makes of the install. */
  readonly isOpen: boolean;
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  /** In the host's text, or a path in the install's one block. */
  readonly place: { readonly range: TextRange } | { readonly path: Path };
}

/** The blocks of an install that are documents of their own, the earliest layer first. */
export function blocksOf({ layers }: OpenInstall): readonly Block[] {
  return layers.filter((layer) => layer.kind === 'block');
}

/**
 * The block that an install's values are in, if they are one document that can be judged without
 * the layers around it.
 */
export function soleBlock(install: OpenInstall): Block | undefined {
  const [block, ...more] = blocksOf(install);
  return more.length > 0 || install.host === 'HelmChartConfig' ? undefined : block;
}

/**
 * What is to be said of an install besides its values.
 * @param namespace what its values say; undefined if they say nothing
 * @param merged where its values are judged as Helm merges them: the layers that are known
 */
export function notesOf(
  install: OpenInstall,
  namespace: string | undefined,
  merged?: ReadonlySet<OpenLayer>,
): InstallNote[] {
  const block = merged === undefined ? soleBlock(install) : undefined;
  const blocks = blocksOf(install);
  const notes: InstallNote[] = [];
  for (const layer of install.layers) {
    if (layer.kind !== 'elsewhere' || merged?.has(layer) === true) continue;
    notes.push(elsewhere(layerName(layer.layer), layer));
  }
  const last = blocks.at(-1);
  if (merged === undefined && block === undefined && last !== undefined) {
    notes.push(layerAlone(install, last));
  }
  for (const path of block?.droppedNulls ?? []) notes.push(droppedNull(path));
  const { namespace: release } = install;
  const isKnown = [release, namespace].every((one) => substitutionsIn(one ?? '').length === 0);
  if (isKnown && release !== undefined && namespace !== undefined && namespace !== release) {
    notes.push(otherNamespace(namespace, release));
  }
  return notes;
}

const alone = 'What is said here is of the values in this file alone.';
const render = 'Render it with helm template, and check the result.';

function elsewhere(name: string, { layer, range }: Elsewhere): InstallNote {
  const message =
    layer.from === 'set'
      ? `The value of ${name} is set here, over the values, and is not read.`
      : `Values of this install come from ${name}, too, and are not read here.`;
  return {
    code: 'elsewhere',
    isOpen: true,
    message,
    why: alone,
    remedy: mayBeGiven(layer) ? `Give that file, too, or render it with helm template.` : render,
    place: { range },
  };
}

/** Whether the layer would be merged if its file were among those that are given. */
function mayBeGiven(layer: Elsewhere['layer']): boolean {
  if (layer.from === 'file') return layer.location !== undefined;
  return layer.from === 'object' && layer.targetPath === undefined;
}

function layerAlone({ host }: OpenInstall, { range }: Block): InstallNote {
  const message =
    host === 'HelmChartConfig'
      ? 'A HelmChartConfig is merged over the values of the HelmChart of its name.'
      : 'The values of this install stand in two places, which are merged.';
  return {
    code: 'layer-alone',
    isOpen: true,
    message,
    why: 'Alone they do not say what Helm installs, and are neither judged nor edited.',
    remedy: render,
    place: { range },
  };
}

function droppedNull(path: Path): InstallNote {
  return {
    code: 'dropped-null',
    isOpen: false,
    message: 'Kustomize takes this null out before Helm sees it, so that it does nothing.',
    why: 'The chart’s own value stays, where null would have removed it.',
    remedy: 'Write the value that is meant, or set valuesMerge: replace.',
    place: { path },
  };
}

function otherNamespace(own: string, release: string): InstallNote {
  return {
    code: 'release-namespace',
    isOpen: false,
    message: `namespace is "${own}", but the release goes to "${release}".`,
    why: 'The chart’s Deployments go to the first, what Helm keeps of the release to the second.',
    remedy: 'Write the same name into both.',
    place: { path: ['namespace'] },
  };
}
