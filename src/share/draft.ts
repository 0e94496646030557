import '../no-compiling.ts';
import { z } from 'zod';
import { assess } from '../agent/assess/assess.ts';
import { type DocumentName, documentNames } from '../agent/documents/documents.ts';
import { linesAbove, viewOf } from '../agent/documents/held-values.ts';
import { LineIndex } from '../yaml/line-index.ts';
import { nodeAt } from '../yaml/locate.ts';
import { maxLength, parseTree } from '../yaml/parse-tree.ts';
import { secretsOf } from './secrets.ts';

/** The version of a draft's shape that is written now. */
const version = 3;
/** The one before had no files that hold values among other things, and is read all the same. */
const versions = [2, version] as const;

const text = z.string().max(maxLength);

const original = z.object({
  source: z.enum(['starter', 'imported', 'link']),
  /** The name to show: `astro-ui-2x.yaml`. */
  fileName: z.string().max(255),
  text,
  /** The file around values: as it was opened, and as it is but for what is done to the install. */
  host: z
    .object({ opened: text, base: text, install: z.int().min(0).max(10_000) })
    .readonly()
    .exactOptional(),
});

const documents = z.object({ values: text, namespace: text });

const name = z.string().max(2000);

/** What somebody said that no text holds: decisions, and values that come later. */
export const answersSchema = z.object({
  decided: z
    .array(
      z
        .object({ problem: name, choice: name, title: name, field: name, keeps: z.boolean() })
        .readonly(),
    )
    .max(1000)
    .readonly(),
  later: z.array(name).max(1000).readonly(),
});

const workSchema = z.object({
  documents,
  originals: z.object({ values: original, namespace: original }),
  /** The documents as they last could be read, while one of them cannot be. */
  readable: documents.exactOptional(),
  answers: answersSchema.readonly().exactOptional(),
});

const id = z.string().regex(/^[\w-]{1,64}$/);

const draftSchema = z.object({
  version: z.literal(versions),
  id,
  stamp: id.exactOptional(),
  time: z.iso.datetime(),
  step: z.string().max(40),
  config: z.string().max(32_768).exactOptional(),
  keeping: z.enum(['nowhere', 'tab', 'browser']).exactOptional(),
  left: z.int().min(0).exactOptional(),
  work: workSchema,
});

/** The documents and what they were when they were opened. */
export type DraftWork = z.infer<typeof workSchema>;

/** Where work is kept. */
export type Keeping = NonNullable<z.infer<typeof draftSchema>['keeping']>;

/** Work that a browser remembers. */
export interface Draft {
  readonly id: string;
  /** What was written last under this id: another stamp there means that another tab wrote since. */
  readonly stamp?: string;
  readonly work: Readonly<DraftWork>;
  /** The step that was open. */
  readonly step: string;
  /** The link's payload that the work began with. */
  readonly config?: string;
  /** Where somebody asked for it to be kept; without it, nobody was asked. */
  readonly keeping?: Keeping;
  /** The problems that were left in it; unknown for a text that cannot be read. */
  readonly left?: number;
  /** When it was last changed. */
  readonly time: Date;
}

/** A draft as a text for a browser's storage. */
export function writeDraft({ id, stamp, work, time, ...rest }: Draft): string {
  return JSON.stringify({ version, id, stamp, ...rest, time: time.toISOString(), work });
}

/** The stamp of what `writeDraft` wrote, without reading the rest. */
export function stampOf(stored: string): string | undefined {
  return /^\{"version":\d+,"id":"[\w-]+","stamp":"([\w-]+)"/.exec(stored)?.[1];
}

/** Reads what `writeDraft` wrote. Anything else, be it older, newer, damaged or forged, is no draft. */
export function readDraft(stored: string): Draft | undefined {
  const result = draftSchema.safeParse(json(stored));
  if (!result.success) return undefined;
  const { version: _, time, ...rest } = result.data;
  if (!fitsFile(rest.work)) return undefined;
  if (rest.work.readable && !assess(rest.work.readable).ok) return undefined;
  return { ...rest, time: new Date(time) };
}

/** Whether the values that were opened are those of the file around them, if there is one. */
function fitsFile({ originals: { values, namespace } }: DraftWork): boolean {
  if (namespace.host !== undefined) return false;
  const { host, text: opened } = values;
  if (host === undefined) return true;
  const { install } = host;
  const isThere = viewOf({ text: host.base, install }) !== undefined;
  return isThere && viewOf({ text: host.opened, install })?.text === opened;
}

/** A credential that keeps work from being kept unless somebody asks for it. */
export interface Credential {
  readonly document: DocumentName;
  /** What it is, for people, never the value: `the value of DB_PASS`. */
  readonly what: string;
  /** Its line; undefined for one that is only in the file as it was opened, or named by its line. */
  readonly line?: number;
}

/** The first credential in work: in its texts, as they were opened, or as they last could be read. */
export function credentialIn(work: Readonly<DraftWork>): Credential | undefined {
  for (const document of documentNames) {
    const values = work.documents[document];
    const { text: opened, host } = work.originals[document];
    // With as many lines in front as in its file, its lines are those of the file.
    const above = host ? linesAbove({ text: host.base, install: host.install }) : 0;
    const present = '\n'.repeat(above) + values;
    const before = [opened, work.readable?.[document], host?.opened, host?.base];
    const found = firstIn(present);
    if (found !== undefined) return { document, ...found };
    for (const one of before) {
      const earlier = one === undefined || one === values ? undefined : firstIn(one);
      if (earlier !== undefined) return { document, what: earlier.what };
    }
  }
  return undefined;
}

type Found = Omit<Credential, 'document'> | undefined;

/** What was found in the texts that were looked at last: all but one of them stay the same for long. */
const known = new Map<string, Found>();
const maxKnown = 12;

function firstIn(one: string): Found {
  if (known.has(one)) return known.get(one);
  const tree = parseTree(one);
  const [secret] = secretsOf(tree);
  const node = secret && tree.root && nodeAt(tree.root, secret.path);
  const isPlaced = node !== undefined && secret !== undefined && secret.path.length > 0;
  const line = isPlaced ? new LineIndex(one).positionAt(node.range.offset).line : undefined;
  const found = secret && { what: secret.what, ...(line === undefined ? {} : { line }) };
  const [oldest] = known.keys();
  if (known.size >= maxKnown && oldest !== undefined) known.delete(oldest);
  known.set(one, found);
  return found;
}

function json(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    // Not JSON, so no draft of ours; whoever asked is told that there is none.
    return undefined;
  }
}
