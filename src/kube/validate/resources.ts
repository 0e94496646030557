import {
  duplicate,
  type Fault,
  type Faults,
  forbidden,
  invalid,
  invalidTexts,
  notFound,
  required,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, isPresent, structAt, structsAt, textAt } from '../fields.ts';
import { compareBytes, json, quoted } from '../go-text.ts';
import { labelComplaints } from '../names.ts';
import {
  compareQuantities,
  isQuantity,
  isWhole,
  type Quantity,
  readQuantity,
  signOf,
  wholeAmount,
} from '../quantity.ts';
import { quantityText } from '../quantity-text.ts';
import {
  containerResourceName,
  isCounted,
  isHugePages,
  isOvercommitAllowed,
  pageSizeOf,
  podResourceName,
} from './resource-names.ts';

type NameCheck = (name: string, path: FieldPath) => Faults;

/** The quantities of a decoded resource list. */
export function amounts(owner: Fields, list: string): readonly (readonly [string, Quantity])[] {
  return Object.entries(fieldsAt(owner, list)).flatMap(([name, value]) =>
    isQuantity(value) ? [[name, value] as const] : [],
  );
}

export function containerResources(
  resources: Fields,
  claims: ReadonlySet<string>,
  path: FieldPath,
): Faults {
  return requirements(resources, containerResourceName, claims, path);
}

function requirements(
  resources: Fields,
  checkName: NameCheck,
  claims: ReadonlySet<string>,
  path: FieldPath,
): Faults {
  const limits = amounts(resources, 'limits');
  const requests = amounts(resources, 'requests');
  const names = [...limits, ...requests].map(([name]) => name);
  const limitOf = new Map(limits);
  return [
    ...limits.flatMap(([name, amount]) =>
      listed(name, amount, checkName, path.child('limits').key(name)),
    ),
    ...requests.flatMap(([name, amount]) => {
      const place = path.child('requests').key(name);
      const faults = nameAndValue(name, amount, checkName, place);
      const against = againstLimit(name, amount, limitOf.get(name), path);
      return [...faults, ...against, ...pages(name, amount, place)];
    }),
    ...(names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')
      ? [forbidden(path, 'HugePages require cpu or memory')]
      : []),
    ...claimNames(resources, claims, path.child('claims')),
  ];
}

function listed(name: string, amount: Quantity, checkName: NameCheck, path: FieldPath): Faults {
  return [...nameAndValue(name, amount, checkName, path), ...pages(name, amount, path)];
}

function nameAndValue(
  name: string,
  amount: Quantity,
  checkName: NameCheck,
  path: FieldPath,
): Faults {
  return [...checkName(name, path), ...resourceValue(name, amount, path)];
}

/** An amount of a resource: not negative, and whole where parts make no sense. */
export function resourceValue(name: string, amount: Quantity, path: FieldPath): Faults {
  const text = quantityText(amount);
  return [
    ...(signOf(amount) < 0
      ? [invalid(path, quoted(text), 'must be greater than or equal to 0')]
      : []),
    ...(isCounted(name) && !isWhole(amount)
      ? [invalid(path, json(text), 'must be an integer')]
      : []),
  ];
}

function pages(name: string, amount: Quantity, path: FieldPath): Faults {
  if (!isHugePages(name) || isDivisible(name, amount)) return [];
  const text = quantityText(amount);
  return [invalid(path, quoted(text), `${text} is not positive integer multiple of ${name}`)];
}

function isDivisible(name: string, amount: Quantity): boolean {
  const size = readQuantity(pageSizeOf(name));
  if ('error' in size || signOf(size) <= 0 || !isWhole(size)) return false;
  return wholeAmount(amount) % wholeAmount(size) === 0n;
}

function againstLimit(
  name: string,
  request: Quantity,
  limit: Quantity | undefined,
  path: FieldPath,
): readonly Fault[] {
  const place = path.child('requests').within(name);
  if (limit === undefined) {
    return isOvercommitAllowed(name)
      ? []
      : [required(path.child('limits'), 'Limit must be set for non overcommitable resources')];
  }
  const order = compareQuantities(request, limit);
  const text = quoted(quantityText(request));
  const bound = `${name} limit of ${quantityText(limit)}`;
  if (order !== 0 && !isOvercommitAllowed(name)) {
    return [invalid(place, text, `must be equal to ${bound}`)];
  }
  return order > 0 ? [invalid(place, text, `must be less than or equal to ${bound}`)] : [];
}

/** The claims that a container makes of those of its pod. */
function claimNames(resources: Fields, known: ReadonlySet<string>, path: FieldPath): Faults {
  const names = new Set<string>();
  return structsAt(resources, 'claims').flatMap((claim, index): Faults => {
    const place = path.index(index);
    const name = textAt(claim, 'name');
    if (name === '') return [required(place)];
    return [
      ...claimKey(name, textAt(claim, 'request'), names, place),
      ...(known.has(name) ? [] : [unknownClaim(name, known, place)]),
    ];
  });
}

function claimKey(name: string, request: string, names: Set<string>, path: FieldPath): Faults {
  if (names.has(name)) return [duplicate(path, quoted(name))];
  const key = request === '' ? name : `${name}/${request}`;
  const faults =
    request === '' ? [] : invalidTexts(path.child('request'), request, labelComplaints(request));
  const repeats = names.has(key)
    ? [duplicate(path, quoted(key))]
    : [...names]
        .filter((other) => request === '' && other.includes('/') && other.split('/')[0] === name)
        .map(() => duplicate(path, quoted(name)));
  names.add(key);
  return [...faults, ...repeats];
}

function unknownClaim(name: string, known: ReadonlySet<string>, path: FieldPath): Fault {
  const list = [...known].sort(compareBytes).join(', ');
  const words = `must be one of the names in pod.spec.resourceClaims${
    known.size === 0 ? ' which is empty' : `: ${list}`
  }`;
  return notFound(path, quoted(name), words);
}

/** What a pod as a whole asks for, beside its containers. */
export function podResources(spec: Fields, path: FieldPath): Faults {
  const resources = structAt(spec, 'resources');
  if (resources === undefined) return [];
  const place = path.child('resources');
  if (textAt(fieldsAt(spec, 'os'), 'name') === 'windows') {
    return [forbidden(place, 'may not be set for a windows pod')];
  }
  return [
    ...(isPresent(resources, 'claims')
      ? [forbidden(place.child('claims'), 'claims may not be set for Resources at pod-level')]
      : []),
    ...requirements(resources, podResourceName, new Set(), place),
    ...containersWithin(spec, resources, path),
  ];
}

function containersWithin(spec: Fields, resources: Fields, specPath: FieldPath): Faults {
  const podLimits = new Map(amounts(resources, 'limits'));
  return structsAt(spec, 'containers').flatMap((container, index) =>
    amounts(fieldsAt(container, 'resources'), 'limits').flatMap(([name, limit]) => {
      const podLimit = podLimits.get(name);
      if (podLimit === undefined || compareQuantities(limit, podLimit) <= 0) return [];
      const written = specPath
        .below('resources', 'containers')
        .index(index)
        .key(name)
        .child('limits');
      const place = specPath.child('containers').index(index).below('resources', 'limits', name);
      const words = `must be less than or equal to pod limits of ${quantityText(podLimit)}`;
      return [invalid(written.at(place), quoted(quantityText(limit)), words)];
    }),
  );
}
