import type { HostKind } from '../../sources/hosts/host.ts';
import type { Host } from '../../sources/hosts/host-in.ts';
import { type InstallNote, notesOf, soleBlock } from '../../sources/install-notes.ts';
import { type OpenInstall, openHost } from '../../sources/open-host.ts';
import type { Recognition } from '../../sources/recognise.ts';
import { sopsIn } from '../../sources/sops.ts';
import { splitText } from '../../sources/split-text.ts';
import { documentView } from '../../sources/views/document-view.ts';
import { nested, type View } from '../../sources/views/view.ts';
import { encryptedWords, hostTitle } from '../../sources/words.ts';
import { textAt } from '../../yaml/locate.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { type ImportProblem, importText } from './import-document.ts';

/** An install of the agent in a file that holds its values; all ranges are of that file. */
export interface InstallInFile {
  /** As the host names it; else undefined. */
  readonly name: string | undefined;
  readonly host: HostKind;
  /** Where Helm installs it, as far as the host says. */
  readonly namespace: string | undefined;
  /** Its values as a document of its own, or why they cannot be one. */
  readonly values:
    | { readonly ok: true; readonly view: View }
    | { readonly ok: false; readonly problem: ImportProblem };
  /** What the values alone do not tell of it. */
  readonly notes: readonly InstallNote[];
}

/**
 * The installs of the agent in a file that holds values, in their order.
 * @returns none for a text that is values itself, or nothing of the agent's
 */
export function installsIn(text: string, found: Recognition): readonly InstallInFile[] {
  if (found.kind === 'host') {
    return installsOf(found.host, parseTree(text), documentView(text, 0, text));
  }
  if (found.kind !== 'documents' || found.parts.some(isValuesFile)) return [];
  const texts = new Map(splitText(text).map((part) => [part.offset, part.text]));
  return found.parts.flatMap(({ offset, recognition }) => {
    if (recognition.kind !== 'host') return [];
    const part = texts.get(offset) ?? '';
    return installsOf(recognition.host, parseTree(part), documentView(text, offset, part));
  });
}

/** Values of Helm's own command line, of which a file has one document. */
function isValuesFile({ recognition }: { readonly recognition: Recognition }): boolean {
  const isUmbrella = recognition.kind === 'host' && recognition.host.kind === 'umbrella';
  return recognition.kind === 'values' || isUmbrella;
}

function installsOf(host: Host, tree: YamlTree, around: View): readonly InstallInFile[] {
  // What it takes to render a helmfile nobody but helmfile knows; without values there is nothing.
  const isEmpty = host.installs.every(({ places }) => places.length === 0);
  if (host.kind === 'helmfile' || isEmpty) return [];
  const sops = tree.root && sopsIn(tree.root);
  return openHost(tree, host).map((install): InstallInFile => {
    const values = sops
      ? closed({ ...encryptedWords, range: around.toHost(sops.range) })
      : valuesOf(install, around);
    const namespace = values.ok ? textAt(parseTree(values.view.text), ['namespace']) : undefined;
    const notes = notesOf(install, namespace).map((note) => inFile(note, around));
    const { name, namespace: release } = install;
    return { name, host: host.kind, namespace: release, values, notes };
  });
}

type Problem = Pick<ImportProblem, 'message' | 'remedy' | 'range'>;

function closed({ message, remedy, range }: Problem): InstallInFile['values'] {
  const code = 'hosted-values';
  return { ok: false, problem: { code, message, remedy, range, mayBeValues: false } };
}

function valuesOf(install: OpenInstall, around: View): InstallInFile['values'] {
  const shut = install.layers.find((layer) => layer.kind === 'closed');
  if (shut?.kind === 'closed') {
    return closed({ ...shut.problem, range: around.toHost(shut.problem.range) });
  }
  const block = soleBlock(install);
  if (block === undefined) {
    const [note] = notesOf(install, undefined).filter(({ code }) => code === 'layer-alone');
    const range = note && 'range' in note.place ? note.place.range : installRange(install);
    const { message, remedy } = note ?? unlayered;
    const named = `This is ${hostTitle(install.host)}. ${message}`;
    return closed({ message: named, remedy, range: around.toHost(range) });
  }
  const view = nested(around, block.view);
  const read = importText(view.text, { as: 'values' });
  if (read.ok) return { ok: true, view };
  return closed({ ...read.problem, range: view.toHost(read.problem.range) });
}

const unlayered = {
  message: 'None of the values of this install are in it.',
  remedy: 'Give the files that it takes its values from.',
} as const;

function installRange({ layers: [first] }: OpenInstall): TextRange {
  return first?.range ?? { offset: 0, length: 0 };
}

function inFile(note: InstallNote, around: View): InstallNote {
  if ('path' in note.place) return note;
  return { ...note, place: { range: around.toHost(note.place.range) } };
}

/** As `installsIn`, of any text. */
export function fileInstalls(text: string): readonly InstallInFile[] {
  const read = importText(text);
  return read.ok ? [] : installsIn(text, read.found);
}
