import '../no-compiling.ts';
import { z } from 'zod';
import type { Answers } from '../agent/assess/decisions/answers.ts';
import { type DocumentName, type Documents, documentNames } from '../agent/documents/documents.ts';
import { answersSchema } from './draft.ts';

/*
 * The steps around a work, as a text for a browser's storage: each as what it took out of each
 * document and what it put in, so that a hundred steps take little more room than one text. They
 * are worked out anew from the texts of the work, and only if they fit them.
 */

/** What undo or redo would restore. */
export interface KeptState {
  readonly documents: Documents;
  readonly answers?: Answers;
}

/** A step, as it is called, with what it led from and to. */
export interface KeptStep {
  readonly title: string;
  readonly before: KeptState;
  readonly after: KeptState;
}

export interface KeptHistory {
  /** The last one is undone first. */
  readonly past: readonly KeptStep[];
  /** The first one is redone first. */
  readonly future: readonly KeptStep[];
}

const count = z.int().min(0);
const splice = z.tuple([count, z.string(), z.string()]);
const stepSchema = z.object({
  title: z.string().max(2000),
  values: splice.exactOptional(),
  namespace: splice.exactOptional(),
  /** Before and after, where they differ; null is none. */
  answers: z.tuple([answersSchema.nullable(), answersSchema.nullable()]).exactOptional(),
});
const schema = z.object({
  version: z.literal(1),
  draft: z.string().max(64),
  past: z.array(stepSchema),
  future: z.array(stepSchema),
});

/** Offset, text before, text after. */
type Splice = z.infer<typeof splice>;
type StoredStep = z.infer<typeof stepSchema>;

/** What one text has in the place of the other's middle. */
function spliceOf(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [start, before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

/** The text with `out` at the offset replaced; undefined where something else is there. */
function spliced(text: string, offset: number, out: string, into: string): string | undefined {
  if (!text.startsWith(out, offset)) return undefined;
  return text.slice(0, offset) + into + text.slice(offset + out.length);
}

const known = new WeakMap<KeptStep, StoredStep>();

function storedStep(step: KeptStep): StoredStep {
  const stored = known.get(step) ?? splicesOf(step);
  known.set(step, stored);
  return stored;
}

function splicesOf({ title, before, after }: KeptStep): StoredStep {
  const spliceIn = (name: DocumentName) => {
    const [one, other] = [before.documents[name], after.documents[name]];
    return one === other ? {} : { [name]: spliceOf(one, other) };
  };
  const answers: StoredStep['answers'] = [before.answers ?? null, after.answers ?? null];
  const isAnswered = JSON.stringify(answers[0]) !== JSON.stringify(answers[1]);
  return {
    title,
    ...spliceIn('values'),
    ...spliceIn('namespace'),
    ...(isAnswered ? { answers } : {}),
  };
}

/** @param draft the id of the draft that the steps belong to */
export function writeHistory(draft: string, { past, future }: KeptHistory): string {
  return JSON.stringify({
    version: 1,
    draft,
    past: past.map(storedStep),
    future: future.map(storedStep),
  });
}

/**
 * Reads what `writeHistory` wrote.
 * @param present what is between past and future
 * @returns what fits them; nothing for another draft, or for what is damaged
 */
export function readHistory(stored: string, draft: string, present: KeptState): KeptHistory {
  const result = schema.safeParse(json(stored));
  if (!result.success || result.data.draft !== draft) return { past: [], future: [] };
  const { past, future } = result.data;
  return {
    past: followed(past.toReversed(), present, true).toReversed(),
    future: followed(future, present, false),
  };
}

/** Steps one after the other, as far as each fits the texts that it starts from. */
function followed(steps: readonly StoredStep[], from: KeptState, isUndone: boolean): KeptStep[] {
  const kept: KeptStep[] = [];
  let here = from;
  for (const step of steps) {
    const there = applied(step, here, isUndone);
    if (!there) break;
    const [before, after] = isUndone ? [there, here] : [here, there];
    kept.push({ title: step.title, before, after });
    here = there;
  }
  return kept;
}

function applied(step: StoredStep, from: KeptState, isUndone: boolean): KeptState | undefined {
  let to = from.documents;
  for (const name of documentNames) {
    const stored = step[name];
    if (!stored) continue;
    const [offset, before, after] = stored;
    const text = isUndone
      ? spliced(to[name], offset, after, before)
      : spliced(to[name], offset, before, after);
    if (text === undefined) return undefined;
    to = { ...to, [name]: text };
  }
  if (!step.answers) return { ...from, documents: to };
  const answers = step.answers[isUndone ? 0 : 1];
  return { documents: to, ...(answers === null ? {} : { answers }) };
}

function json(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    // Not JSON, so nothing of ours: there is nothing to undo.
    return undefined;
  }
}
