/** The table of Kubernetes' types, as source text, from what the oracle says of them. */
export function apiTypesSource(module: string, types: Readonly<Record<string, readonly string[]>>) {
  const lines = Object.entries(types).map(
    ([name, fields]) => `  ${JSON.stringify(name)}: ${JSON.stringify(fields.join('; '))},`,
  );
  return [
    `/* Written by \`npm run conformance:update\` from ${module}: do not edit. */`,
    '',
    '/**',
    ' * The fields of every struct that a Pod or a Deployment is made of, each with its Go type: a kind,',
    ' * a struct, `[]` and `map` of another type, or `!` before a type that decodes itself. A field whose',
    " * name starts with `+` is embedded: its own fields stand in the struct's place.",
    ' */',
    'export const API_TYPES: Readonly<Record<string, string>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
