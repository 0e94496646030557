import { FieldPath } from './field-path.ts';
import { type Fields, isFields } from './fields.ts';
import { type Judgement, judgeDeployment } from './judge.ts';
import { labelComplaints } from './names.ts';
import { idRange } from './validate/ids.ts';

/** An object with what the API server makes of it. */
export interface Judged {
  readonly object: unknown;
  readonly judgement: Judgement;
}

/**
 * Judges a Deployment in the light of the one that it was a moment ago. At a keystroke most are
 * the same, or differ in a value of which the API server only asks what kind it is.
 */
export function judgeDeploymentAgain(before: Judged | undefined, object: unknown): Judged {
  const isSame =
    before !== undefined && (isTaken(before.judgement) ? isAlike : isEqual)(before.object, object);
  return { object, judgement: isSame ? before.judgement : judgeDeployment(object) };
}

/** Nothing was said that could quote a value. */
function isTaken({ undecodable, unknown, faults, ofPods, warnings }: Judgement): boolean {
  const said = undecodable.length + unknown.length + faults.length + warnings.length;
  return said + ofPods.length === 0;
}

/** Tells whether a value may stand in for another, by their key and the key that holds that. */
type StandsIn = (before: unknown, now: unknown, key: string, within: string) => boolean;

function isEqual(before: unknown, now: unknown): boolean {
  return isSame(before, now, '', '', () => false);
}

function isAlike(before: unknown, now: unknown): boolean {
  return isSame(before, now, '', '', standsIn);
}

/** The items of a list have its key for both. */
function isSame(
  before: unknown,
  now: unknown,
  key: string,
  within: string,
  stands: StandsIn,
): boolean {
  if (before === now) return true;
  if (Array.isArray(before)) {
    return (
      Array.isArray(now) &&
      before.length === now.length &&
      before.every((item, index) => isSame(item, now[index], key, key, stands))
    );
  }
  if (isFields(before)) return isFields(now) && hasSame(before, now, key, stands);
  return stands(before, now, key, within);
}

function hasSame(before: Fields, now: Fields, key: string, stands: StandsIn): boolean {
  const keys = Object.keys(before);
  if (keys.length !== Object.keys(now).length) return false;
  return keys.every(
    (name) => Object.hasOwn(now, name) && isSame(before[name], now[name], name, key, stands),
  );
}

const IDS: ReadonlySet<string> = new Set(['runAsUser', 'runAsGroup', 'fsGroup']);

/** Whether a value is as good as another that is taken: which user, image or text makes no difference. */
function standsIn(before: unknown, now: unknown, key: string, within: string): boolean {
  if (within === 'securityContext') return IDS.has(key) && isId(before) && isId(now);
  if (typeof before !== 'string' || typeof now !== 'string') return false;
  switch (within) {
    case 'containers':
    case 'initContainers':
      return key === 'image' && isPlainImage(before) && isPlainImage(now);
    case 'env':
      return key === 'value' && isPlainText(before) && isPlainText(now);
    case 'metadata':
      return key === 'name' && isLabel(before) && isLabel(now);
    default:
      return false;
  }
}

function isId(value: unknown): boolean {
  return Number.isInteger(value) && idRange(Number(value), FieldPath.root).length === 0;
}

/** Blanks around it are refused of a pod. */
function isPlainImage(image: string): boolean {
  return image !== '' && image.trim() === image;
}

/** A variable may refer to another, or to an earlier one of its own name. */
function isPlainText(value: string): boolean {
  return value !== '' && !value.includes('$(');
}

function isLabel(name: string): boolean {
  return labelComplaints(name).length === 0;
}
