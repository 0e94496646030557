import { duplicate, type Fault, type Faults, invalid, invalidTexts, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, optionalText, structsAt, textAt } from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelComplaints, subdomainComplaints } from '../names.ts';

/** The devices that a pod asks for by name. */
export function resourceClaims(spec: Fields, path: FieldPath): Faults {
  const names = new Set<string>();
  return structsAt(spec, 'resourceClaims').flatMap((claim, index) => {
    const place = path.index(index);
    const name = textAt(claim, 'name');
    const repeated = names.has(name);
    names.add(name);
    return [
      ...claimName(name, repeated, place.child('name')),
      ...claimSource(claim, place),
      ...['resourceClaimName', 'resourceClaimTemplateName'].flatMap((field) => {
        const value = optionalText(claim, field);
        if (value === undefined) return [];
        return invalidTexts(place.child(field), value, subdomainComplaints(value));
      }),
    ];
  });
}

function claimName(name: string, repeated: boolean, path: FieldPath): Faults {
  if (name === '') return [required(path)];
  if (repeated) return [duplicate(path, quoted(name))];
  return invalidTexts(path, name, labelComplaints(name));
}

function claimSource(claim: Fields, path: FieldPath): readonly Fault[] {
  const direct = claim.resourceClaimName ?? null;
  const template = claim.resourceClaimTemplateName ?? null;
  if ((direct === null) !== (template === null)) return [];
  const text = json({
    Name: textAt(claim, 'name'),
    ResourceClaimName: direct,
    ResourceClaimTemplateName: template,
  });
  const words =
    direct === null
      ? 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`'
      : 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified';
  return [invalid(path, text, words)];
}
