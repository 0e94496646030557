import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Hosted, sourceCases } from '../sources/cases.ts';
import { cli, temporaryFolder } from './cli.ts';

const hosts = sourceCases.flatMap(({ name, text, hosted }) =>
  hosted === undefined ? [] : [{ name: basename(name), text, hosted }],
);

const resultsSchema = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      rule: z.string().optional(),
      subject: z.string().optional(),
      message: z.string().optional(),
      install: z.string().optional(),
      place: z.object({
        region: z.object({
          startLine: z.number(),
          startColumn: z.number(),
          byteOffset: z.number(),
          byteLength: z.number(),
        }),
        excerpt: z.string(),
      }),
    }),
  ),
});

async function checked(text: string, name: string, ...words: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { out, code } = await cli(['check', '--format', 'json', ...words, name], { cwd });
  return { code, ...resultsSchema.parse(JSON.parse(out)) };
}

async function fixed(text: string, name: string, ...words: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { code, err } = await cli(['fix', '--write', ...words, name], { cwd });
  return { code, err, text: readFileSync(join(cwd, name), 'utf8') };
}

type Block = Hosted['blocks'][number];

/** The values of a host as a file of their own, cut out line by line. */
function alone(text: string, { lines: [first, last], indent }: Block): string {
  const lines = text.split('\n').slice(first - 1, last);
  return lines.map((line) => `${line.slice(indent)}\n`).join('');
}

function offsetOf(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Buffer.byteLength(before.map((one) => `${one}\n`).join(''));
}

/** Rules of this program that values alone do not break. */
const hostRules = new Set(['elsewhere', 'layer-alone', 'dropped-null', 'release-namespace']);

describe.each(hosts)('$name', ({ name, text, hosted }) => {
  const { blocks, notes = [] } = hosted;

  test('check finds in each install what it finds in its values alone, at the host’s lines', async () => {
    const { results, code } = await checked(text, name);
    const own = results.filter(({ rule }) => rule === undefined || !hostRules.has(rule));
    const expected = await Promise.all(
      blocks.map(async (block) => {
        const read = await checked(alone(text, block), 'values.yaml', '--as', 'values');
        return read.results.map((one) => ({
          ...one,
          ...(block.install === '' ? {} : { install: block.install }),
          place: {
            excerpt: ' '.repeat(block.indent) + one.place.excerpt,
            region: {
              startLine: one.place.region.startLine + block.lines[0] - 1,
              startColumn: one.place.region.startColumn + block.indent,
            },
          },
        }));
      }),
    );
    expect(own).toMatchObject(expected.flat());
    expect(own).toHaveLength(expected.flat().length);
    for (const { place } of own) {
      const { startLine, startColumn, byteOffset } = place.region;
      expect(byteOffset).toBe(offsetOf(text, startLine) + startColumn - 1);
    }
    const said = results.filter(({ rule }) => rule !== undefined && hostRules.has(rule));
    const places = said.map(({ rule, place }) => [rule, place.region.startLine]);
    expect(places.filter(([rule]) => rule !== 'release-namespace')).toEqual(notes);
    expect(code).toBe(1);
  });

  test('fix gives each install the bytes of its values alone, and leaves the rest', async () => {
    const lines = text.split('\n');
    let isSound = notes.length === 0;
    for (const block of [...blocks].reverse()) {
      const own = await fixed(alone(text, block), 'values.yaml', '--as', 'values');
      const [first, last] = block.lines;
      const put = own.text.replace(/\n$/, '').split('\n');
      lines.splice(
        first - 1,
        last - first + 1,
        ...put.map((line) => ' '.repeat(block.indent) + line),
      );
      if (own.code !== 0) isSound = false;
    }
    const once = await fixed(text, name);
    expect(once.text).toBe(lines.join('\n'));
    expect(once.code).toBe(isSound ? 0 : 1);
    const twice = await fixed(once.text, name);
    expect(twice.text).toBe(once.text);
    expect((await checked(once.text, name)).code).toBe(once.code);
  });
});
