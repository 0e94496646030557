import { expect } from 'vitest';
import { z } from 'zod';
import { schemaErrors } from './sarif-schema.ts';

/** What the tests read of a log that is valid by the schema; it says nothing of what else there is. */

const region = z.object({
  startLine: z.int(),
  startColumn: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  byteOffset: z.int(),
  byteLength: z.int(),
});

const artifactLocation = z.object({ uri: z.string(), uriBaseId: z.string().optional() });
const location = z.object({
  physicalLocation: z.object({ artifactLocation, region: region.optional() }),
});

const replacement = z.object({
  deletedRegion: region,
  insertedContent: z.object({ text: z.string() }).optional(),
});

const result = z.object({
  ruleId: z.string(),
  ruleIndex: z.int(),
  level: z.string(),
  message: z.object({ text: z.string() }),
  locations: z.array(location),
  relatedLocations: z.array(location).default([]),
  fixes: z
    .array(
      z.object({
        artifactChanges: z.tuple([
          z.object({ artifactLocation, replacements: z.array(replacement) }),
        ]),
      }),
    )
    .default([]),
});

const run = z.object({
  tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
  columnKind: z.literal('utf16CodeUnits'),
  originalUriBaseIds: z.object({ SRCROOT: z.object({ uri: z.string() }) }),
  invocations: z.tuple([
    z.object({
      executionSuccessful: z.boolean(),
      toolExecutionNotifications: z
        .array(z.object({ message: z.object({ text: z.string() }) }))
        .default([]),
    }),
  ]),
  results: z.array(result),
});

export type SarifRun = z.infer<typeof run>;
export type SarifResult = z.infer<typeof result>;

/** The one run of a log, which is valid by the schema, and in itself. */
export function readLog(text: string): SarifRun {
  const log: unknown = JSON.parse(text);
  expect(schemaErrors(log)).toEqual([]);
  const [only] = z.object({ runs: z.tuple([run]) }).parse(log).runs;
  for (const { ruleId, ruleIndex } of only.results) {
    expect(only.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  return only;
}

/** Every region of a result, with those of its fixes. */
export function regionsOf({ locations, relatedLocations, fixes }: SarifResult) {
  return [
    ...[...locations, ...relatedLocations].flatMap(
      ({ physicalLocation }) => physicalLocation.region ?? [],
    ),
    ...fixes.flatMap(({ artifactChanges: [{ replacements }] }) =>
      replacements.map(({ deletedRegion }) => deletedRegion),
    ),
  ];
}
