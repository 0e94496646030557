import { z } from 'zod';

/**
 * The parts of the SARIF 2.1.0 schema (errata 01) that are used here, by hand and at least as
 * strict: what the schema does not know fails, and what it wants must be there.
 */

const uri = z.url();
const text = z.strictObject({ text: z.string() });
const index = z.int().min(-1);
const line = z.int().min(1);

const region = z
  .strictObject({
    startLine: line,
    startColumn: line,
    endLine: line,
    endColumn: line,
    byteOffset: z.int().min(0),
    byteLength: z.int().min(0),
    snippet: text.optional(),
  })
  .refine(
    ({ startLine, startColumn, endLine, endColumn }) =>
      endLine > startLine || (endLine === startLine && endColumn >= startColumn),
    'a region ends after it starts',
  );

const artifactLocation = z.strictObject({
  // A URI reference: no blanks, no raw Unicode.
  uri: z.string().regex(/^[\w\-.~!$&'()*+,;=:@%/]+$/),
  uriBaseId: z.literal('SRCROOT').optional(),
});

const physicalLocation = z.strictObject({ artifactLocation, region: region.optional() });

const location = z.strictObject({
  id: index.optional(),
  physicalLocation,
  logicalLocations: z
    .array(z.strictObject({ fullyQualifiedName: z.string() }))
    .refine(isUnique)
    .optional(),
  message: text.optional(),
});

const fix = z.strictObject({
  description: text,
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z
          .array(z.strictObject({ deletedRegion: region, insertedContent: text.optional() }))
          .min(1),
      }),
    )
    .min(1)
    .refine(isUnique),
});

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level: z.enum(['none', 'note', 'warning', 'error']),
  message: text,
  locations: z.array(location),
  relatedLocations: z.array(location).refine(isUnique).optional(),
  fixes: z.array(fix).refine(isUnique).optional(),
  properties: z.looseObject({}).optional(),
});

const rule = z.strictObject({
  id: z.string(),
  shortDescription: text,
  helpUri: uri.optional(),
});

const run = z
  .strictObject({
    tool: z.strictObject({
      driver: z.strictObject({
        name: z.string(),
        version: z.string(),
        semanticVersion: z.string(),
        rules: z.array(rule).refine(isUnique),
      }),
    }),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    newlineSequences: z.array(z.string()).min(1).refine(isUnique),
    originalUriBaseIds: z.record(z.string(), z.strictObject({ uri })),
    results: z.array(result),
  })
  .refine(
    ({ tool, results }) =>
      results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId),
    'every result refers to its rule',
  );

/** A SARIF log as `check --format sarif` writes it. */
export const sarifLog = z.strictObject({
  $schema: uri,
  version: z.literal('2.1.0'),
  runs: z.array(run).length(1),
});

export type SarifResult = z.infer<typeof result>;

function isUnique(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}
