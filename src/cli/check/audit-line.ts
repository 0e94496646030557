/** What the audit log notes of a request, as a line of a report. */
export function auditLine(annotation: string): string {
  return `Audit log: ${annotation}`;
}
