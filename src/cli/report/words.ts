import type { Diagnostic, ObjectVerdict, Place } from './report.ts';
import { visible } from './visible.ts';

/** `values.yaml:12:3`, as compilers write it, or the file alone. */
export function placeWords({ file, region }: Place): string {
  const name = visible(file);
  return region === undefined ? name : `${name}:${region.startLine}:${region.startColumn}`;
}

/** The place of what is reported, and the install that it is about, if that has a name. */
export function whereWords({ place, install }: Pick<Diagnostic, 'place' | 'install'>): string {
  return install === undefined ? placeWords(place) : `${placeWords(place)}: ${visible(install)}`;
}

/** What the effect of a finding is called. */
export function effectWord({ effect, mode }: Diagnostic): string {
  return mode === 'audit' ? 'audited' : effectWords[effect];
}

const effectWords: Readonly<Record<Diagnostic['effect'], string>> = {
  unreadable: 'cannot be read',
  unknown: 'cannot be judged',
  rejected: 'rejected',
  fails: 'fails',
  warned: 'warned',
  advice: 'advice',
};

/** What becomes of an object, as a sentence's rest: `is admitted, but will not work`. */
export function verdictWords({ verdict, isTemplate }: ObjectVerdict): string {
  switch (verdict) {
    case 'admitted':
      return 'is admitted';
    case 'fails':
      return 'is admitted, but will not work';
    case 'unknown':
      return 'cannot be judged';
    case 'rejected':
      return isTemplate ? 'is admitted, but its pods would be rejected' : 'is rejected';
  }
}

/** `1 pod`, `2 pods`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `10,000`. By hand: loading the language data for it takes longer than a check of a pod. */
export function grouped(count: number): string {
  const digits = String(count);
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(',');
}
