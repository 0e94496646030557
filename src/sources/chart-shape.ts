import { isObject, type PlainObject } from '../yaml/value.ts';

/** What there is to know of a chart to find its values in files; `agent/chart` has it of the agent's. */
export interface ChartShape {
  /** The chart's name, without the repository that it comes from. */
  readonly name: string;
  /** Whose chart it is, for messages: `the agent’s`. */
  readonly whose: string;
  /** Whether no other chart's values have a key of this name. */
  readonly isOwnKey: (key: string) => boolean;
  /** Whether a mapping is values of this chart. Keys that other charts have too never suffice. */
  readonly isValues: (root: PlainObject) => boolean;
}

/** Whether data is values of the chart. */
export function isValuesOf(data: unknown, shape: ChartShape): data is PlainObject {
  return isObject(data) && shape.isValues(data);
}

/** Whether a reference such as `astronomer/NAME` or `oci://registry.example/NAME` is the chart's. */
export function isChart(reference: string, { name }: ChartShape): boolean {
  return reference.slice(reference.lastIndexOf('/') + 1) === name;
}

/** Whether a text that cannot be read as YAML speaks of the chart. */
export function mentions(text: string, shape: ChartShape): boolean {
  return text.includes(shape.name) || setsOwnKey(text, shape);
}

/** Whether a line of a text begins with a key that is the chart's own, read as YAML or not. */
export function setsOwnKey(text: string, shape: ChartShape): boolean {
  for (const [, key] of text.matchAll(/^[ \t-]*["']?(\w+)["']?[ \t]*:/gm)) {
    if (key !== undefined && shape.isOwnKey(key)) return true;
  }
  return false;
}
