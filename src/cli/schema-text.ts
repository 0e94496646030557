import { valuesJsonSchema } from '../agent/chart/schema/chart-schema.ts';

/** The JSON Schema of the chart's values, as it is published. */
export function schemaText(): string {
  return `${JSON.stringify(valuesJsonSchema(), null, 2)}\n`;
}
