import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { z } from 'zod';

const { definitions, ...schema } = z
  .looseObject({ definitions: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8')));

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat('uri', (text) => URL.canParse(text) && isReference(text));
ajv.addFormat('uri-reference', isReference);
ajv.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text));

/** RFC 3986: none but these characters, and two hexadecimal digits after a percent sign. */
function isReference(text: string): boolean {
  return /^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[\dA-Fa-f]{2})*$/.test(text);
}

// Of what draft 4 has otherwise than the draft that ajv reads, the schema uses its own name alone.
const validate = ajv.compile({ ...schema, definitions, $schema: undefined, id: undefined });

/** What the official schema of SARIF 2.1.0 has against a log; nothing for a valid one. */
export function schemaErrors(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
