const RFC_3339 = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})([.,]\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with a time, in short; nothing if it is one. Upstream's words differ. */
export function parseTime(text: string): string | undefined {
  return RFC_3339.test(text) && !Number.isNaN(Date.parse(text.replace(',', '.')))
    ? undefined
    : `parsing time ${JSON.stringify(text)} as "2006-01-02T15:04:05Z07:00": cannot parse`;
}
