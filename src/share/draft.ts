import '../no-compiling.ts';
import { z } from 'zod';
import { assess } from '../agent/assess/assess.ts';
import { readSettings } from '../agent/settings/lens/read-settings.ts';
import { treesOf } from '../agent/settings/lens/write-settings.ts';
import { maxLength } from '../yaml/parse-tree.ts';
import { permitted } from './policy.ts';
import { secretsIn } from './secrets.ts';

/** The version of a draft's shape that is written now. */
const version = 1;

const text = z.string().max(maxLength);

const original = z.object({
  source: z.enum(['starter', 'imported', 'link']),
  /** The name to show: `astro-ui-2x.yaml`. */
  fileName: z.string().max(255),
  text,
});

const documents = z.object({ values: text, namespace: text });

const workSchema = z.object({
  documents,
  originals: z.object({ values: original, namespace: original }),
  /** The documents as they last could be read, while one of them cannot be. */
  readable: documents.exactOptional(),
});

const draftSchema = z.object({
  version: z.literal(version),
  time: z.iso.datetime(),
  step: z.string().max(40),
  config: z.string().max(32_768).optional(),
  work: workSchema,
});

/** The documents and what they were when they were opened. */
export type DraftWork = z.infer<typeof workSchema>;

/** Work that a browser remembers. */
export interface Draft {
  readonly work: DraftWork;
  /** The step that was open. */
  readonly step: string;
  /** The link's payload that the work began with. */
  readonly config: string | undefined;
  /** When it was stored. */
  readonly time: Date;
}

export type StoredDraft =
  | { readonly ok: true; readonly text: string }
  /** Why nothing may be stored, for people. */
  | { readonly ok: false; readonly reason: string };

interface Moment {
  readonly step: string;
  readonly config?: string | undefined;
  readonly time?: Date;
}

/**
 * Work as a text for a browser's storage. Files with a credential in them are never stored, not
 * even in part: a draft that lacks something would come back as a broken file.
 */
export function draftOf(work: Readonly<DraftWork>, { step, config, time }: Moment): StoredDraft {
  const reason = withheld(work);
  if (reason !== undefined) return { ok: false, reason };
  const { documents, originals, readable } = work;
  const draft = { version, time: (time ?? new Date()).toISOString(), step, config };
  return { ok: true, text: JSON.stringify({ ...draft, work: { documents, originals, readable } }) };
}

/** Reads what `draftOf` wrote. Anything else, be it older, newer, damaged or forged, is no draft. */
export function readDraft(stored: string): Draft | undefined {
  const result = draftSchema.safeParse(json(stored));
  if (!result.success) return undefined;
  const { work, step, config, time } = result.data;
  // Storage may be older than what counts as a credential today.
  if (withheld(work) !== undefined) return undefined;
  if (work.readable && !assess(work.readable).ok) return undefined;
  return { work, step, config, time: new Date(time) };
}

function withheld({ documents, originals, readable }: DraftWork): string | undefined {
  const before = { values: originals.values.text, namespace: originals.namespace.text };
  for (const texts of [documents, before, ...(readable ? [readable] : [])]) {
    const trees = treesOf(texts);
    const [secret] = secretsIn(trees);
    if (secret !== undefined) return because(secret.what);
    const [setting] = permitted(readSettings(trees), 'storage').omitted;
    if (setting !== undefined) return because(setting);
  }
  return undefined;
}

function because(what: string): string {
  return `Your work is not stored in this browser, because ${what} looks like a credential.`;
}

function json(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    // Not JSON, so no draft of ours; whoever asked is told that there is none.
    return undefined;
  }
}
