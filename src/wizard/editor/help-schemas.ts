import type { z } from 'zod';
import { valuesJsonSchema } from '../../agent/chart/schema/chart-schema.ts';
import { isMapping } from '../../agent/documents/plain.ts';
import { podLevels, podSecurityPrefix } from '../../agent/settings/settings.ts';

export type HelpSchema = z.core.JSONSchema.JSONSchema;

/** The chart's values, for completion and hovers. */
export function valuesHelp(): HelpSchema {
  const schema = valuesJsonSchema();
  return plain(schema, schema.definitions);
}

/**
 * A schema as its reader wants it: no references, no "or null", which every key takes and nobody
 * asks for, and each default told with the meaning.
 */
function plain(schema: HelpSchema, definitions: unknown): HelpSchema {
  const { $ref, $schema: _, definitions: __, allOf, anyOf, ...own } = schema;
  const parts = [...(allOf ?? []), ...($ref === undefined ? [] : [definition($ref, definitions)])];
  const choices = anyOf?.filter(({ type }) => type !== 'null');
  if (choices?.length === 1) parts.push(...choices);
  const merged: HelpSchema = Object.assign(
    {},
    ...parts.map((part) => plain(part, definitions)),
    own,
    choices && choices.length > 1 && { anyOf: choices.map((one) => plain(one, definitions)) },
  );
  if (Array.isArray(merged.type)) merged.type = merged.type.filter((type) => type !== 'null');
  if (Array.isArray(merged.type) && merged.type.length === 1) merged.type = merged.type[0];
  const { properties, items, additionalProperties } = merged;
  if (properties) merged.properties = mapValues(properties, (one) => plainOr(one, definitions));
  if (items !== undefined && !Array.isArray(items)) merged.items = plainOr(items, definitions);
  if (additionalProperties !== undefined) {
    merged.additionalProperties = plainOr(additionalProperties, definitions);
  }
  // A key of a number would be completed with 0, which is the last that anybody wants here; as
  // nothing is validated, it may pass for a text.
  if (merged.type === 'integer' || merged.type === 'number') merged.type = 'string';
  // Or else every hover begins with the title of the whole.
  delete merged.title;
  // The form of free keys is nothing to complete.
  delete merged.propertyNames;
  const meaning = withDefault(merged);
  if (meaning !== undefined) merged.markdownDescription = meaning;
  // Completion writes keys, not the values that the chart would take anyway.
  delete merged.default;
  return merged;
}

function plainOr(schema: boolean | HelpSchema, definitions: unknown): boolean | HelpSchema {
  return typeof schema === 'boolean' ? schema : plain(schema, definitions);
}

function definition(reference: string, definitions: unknown): HelpSchema {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const found: unknown = isMapping(definitions) ? definitions[name] : undefined;
  return isMapping(found) ? found : {};
}

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  map: (value: T) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function withDefault({ description, default: value }: HelpSchema): string | undefined {
  if (description === undefined || value === undefined) return undefined;
  return `${description}\n\nDefault: \`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

const modes = {
  enforce: 'Pods that break it are rejected.',
  audit: 'Pods that break it are noted in the audit log.',
  warn: 'Who makes pods that break it is warned.',
};

/** A Namespace manifest as far as the wizard writes it. */
export function namespaceHelp(): HelpSchema {
  const labels = Object.entries(modes).flatMap(([mode, effect]) => [
    [
      podSecurityPrefix + mode,
      { type: 'string', enum: [...podLevels], description: `Pod Security level. ${effect}` },
    ],
    [
      `${podSecurityPrefix}${mode}-version`,
      { type: 'string', description: 'Version of the standard: latest, or v1.N to pin it.' },
    ],
  ]);
  return {
    type: 'object',
    properties: {
      apiVersion: { type: 'string', enum: ['v1'], description: 'Version of the API.' },
      kind: { type: 'string', enum: ['Namespace'], description: 'Kind of the object.' },
      metadata: {
        type: 'object',
        description: 'Name, labels and annotations.',
        properties: {
          name: { type: 'string', description: 'Name of the namespace: an RFC 1123 label.' },
          labels: {
            type: 'object',
            description: 'Labels; those of Pod Security set the policy.',
            properties: Object.fromEntries(labels),
          },
          annotations: { type: 'object', description: 'Annotations of your own.' },
        },
      },
    },
  };
}
