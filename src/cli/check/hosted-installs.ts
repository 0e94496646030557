import { agentShape } from '../../agent/documents/agent-shape.ts';
import { importText } from '../../agent/documents/import-document.ts';
import type { Host } from '../../sources/hosts/host-in.ts';
import { type InstallNote, notesOf, soleBlock } from '../../sources/install-notes.ts';
import { type OpenInstall, openHost } from '../../sources/open-host.ts';
import { hostWords } from '../../sources/words.ts';
import { textAt } from '../../yaml/locate.ts';
import type { Path } from '../../yaml/path.ts';
import { installPlace, type Taken } from '../hosted/taken.ts';
import type { Diagnostic } from '../report/report.ts';
import { sopsOf } from './encrypted.ts';
import type { SourceText } from './source-text.ts';
import { dataIn } from './text-objects.ts';
import { unopened, unreadable, unreadablePlace } from './unreadable.ts';

/** An install in a host file, as it is reported and repaired. */
export interface HostedInstall {
  /** As the host names it, where that may be printed. */
  readonly name: string | undefined;
  /** Where Helm installs it, as far as the host says. */
  readonly namespace: string | undefined;
  /** Whether nobody but SOPS may edit them. */
  readonly isLocked: boolean;
  /** Its values, if they can be judged. */
  readonly values: SourceText | undefined;
  /** What of it cannot be read. */
  readonly problems: readonly Diagnostic[];
  /** What else there is to say of it. */
  readonly notes: readonly Diagnostic[];
}

/**
 * The installs of a host, each with its values as a text of its own whose places are the file's.
 * @param at where the host is in its document, such as an item of a List
 * @param taken what is judged as a layer of an install, and so not here
 */
export function hostedInstalls(
  text: SourceText,
  whole: Host,
  { at = [], taken }: { readonly at?: Path; readonly taken?: Taken | undefined } = {},
): readonly HostedInstall[] {
  const host = at.length > 0 ? whole : withoutTaken(text, whole, taken);
  if (host === undefined) return [];
  const isEmpty = host.installs.every(({ places }) => places.length === 0);
  if (host.kind === 'helmfile' || isEmpty) return [unopenedHost(text, host, at)];
  return openHost(text.tree, host, at).map((install) => hostedInstall(text, install));
}

/** Undefined if all of its installs are taken. */
function withoutTaken(text: SourceText, host: Host, taken: Taken | undefined): Host | undefined {
  if (taken === undefined) return host;
  const data = dataIn(text);
  if (taken.has(text.file, data)) return undefined;
  const installs = host.installs.filter(
    (install) => !taken.has(text.file, data, installPlace(install)),
  );
  return installs.length === 0 && host.installs.length > 0 ? undefined : { ...host, installs };
}

function hostedInstall(text: SourceText, install: OpenInstall): HostedInstall {
  const name = shownName(install);
  const named = <T extends Diagnostic>(one: T): T =>
    name === undefined ? one : { ...one, install: name };
  const problems = install.layers.flatMap((layer) =>
    layer.kind === 'closed' ? [unreadable(text, layer.problem)] : [],
  );
  const block = soleBlock(install);
  const source = block && text.inner(block.view);
  const read = source && importText(source.text, { as: 'values' });
  if (source !== undefined && read?.ok === false) problems.push(unopened(source, read.problem));
  const isReadable = source !== undefined && read?.ok === true && problems.length === 0;
  const namespace = isReadable ? textAt(source.tree, ['namespace']) : undefined;
  const notes = notesOf(install, namespace).map((note) => noteDiagnostic(note, text, source));
  return {
    name,
    namespace: install.namespace,
    isLocked: sopsOf(text) !== undefined,
    values: isReadable ? source : undefined,
    problems: problems.map(named),
    notes: notes.map(named),
  };
}

/** Names of objects are everybody's to see; a key that is none might be anything. */
export function shownName({ host, name }: OpenInstall): string | undefined {
  if (name === undefined || name.length > 253) return undefined;
  return host !== 'umbrella' || keyLike.test(name) ? name : undefined;
}

const keyLike = /^[a-z][a-z-]{0,40}[a-z0-9]{0,4}$|^[A-Za-z]{1,40}$/;

/** A host whose values are not in it, or in no form that could be judged. */
function unopenedHost(text: SourceText, host: Host, at: Path): HostedInstall {
  const [place] = host.installs.flatMap(({ places }) => places);
  const path = [...at, ...(place?.at[0] ?? (host.kind === 'helmfile' ? [] : ['kind']))];
  const problem = unreadablePlace(text.placeAt(path), hostWords(host, agentShape));
  return {
    name: undefined,
    namespace: undefined,
    isLocked: false,
    values: undefined,
    problems: [problem],
    notes: [],
  };
}

/** Something about an install, as it is reported. */
export function noteDiagnostic(
  { code, isOpen, message, why, remedy, place }: InstallNote,
  text: SourceText,
  source: SourceText | undefined,
): Diagnostic {
  const own = 'path' in place ? (source ?? text) : text;
  const say = own.discretion;
  return {
    effect: isOpen ? 'unknown' : code === 'dropped-null' ? 'warned' : 'advice',
    rule: code,
    message: say.message(message),
    why,
    remedy,
    place: 'path' in place ? own.placeAt(place.path) : text.placeOf(place.range),
    ...('path' in place ? { path: place.path } : {}),
    subjects: [],
    related: [],
  };
}
