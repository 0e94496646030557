/**
 * A file's name as the value of `-f` of helm and kubectl, which read it as a line of CSV: a name
 * with a comma, a quote or a line break stands between quotes there. A bare dash would be standard
 * input.
 * Source: StringSlice of github.com/spf13/pflag.
 */
export function fileArgument(name: string): string {
  if (name === '-') return './-';
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
