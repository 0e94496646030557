import { type DecodeError, decode, type UnknownField } from './decode/decode.ts';
import { defaultDeployment, defaultPod, defaultTemplate } from './defaults/defaults.ts';
import { withLabelKeys } from './defaults/label-keys.ts';
import { placeAsWritten } from './defaults/written.ts';
import type { Fault, Faults } from './faults.ts';
import { FieldPath, type Place } from './field-path.ts';
import { type Fields, fieldsAt, textAt } from './fields.ts';
import { labelComplaints } from './names.ts';
import { applyAppArmorAnnotations } from './validate/apparmor-annotation.ts';
import { deployment } from './validate/deployment.ts';
import { paddedImages, pod, podTemplate } from './validate/pod.ts';
import { APPARMOR_DEPRECATED } from './warnings/container-warnings.ts';
import { podWarnings } from './warnings/pod-warnings.ts';
import { type Warnings, warningAt } from './warnings/warning.ts';

/** What the API server makes of an object, before any admission plugin has a say. */
export interface Judgement {
  /** Why it cannot be read at all (400); upstream says the first. Nothing else is known then. */
  readonly undecodable: readonly DecodeError[];
  /** Fields that are left out, which is a warning unless somebody asks for strictness. */
  readonly unknown: readonly UnknownField[];
  /** Why it is refused (422), in upstream's order. */
  readonly faults: Faults;
  /**
   * Why an object that cannot be decoded would be refused all the same, by what is known of the
   * rest of it. The server doesn't come to say that.
   */
  readonly besides: Faults;
  /** Of a Deployment that is taken: why the pods that it asks for are refused. */
  readonly ofPods: Faults;
  /** What is said besides, of unknown fields apart. */
  readonly warnings: Warnings;
}

const NOTHING: Judgement = {
  undecodable: [],
  unknown: [],
  faults: [],
  besides: [],
  ofPods: [],
  warnings: [],
};
const NAME = FieldPath.root.below('metadata', 'name');
/** A pod's spec as the pod has it, at its place in the Deployment. */
const POD_SPEC = FieldPath.root.child('spec', ['spec', 'template', 'spec']);
const TEMPLATE = FieldPath.root.below('spec', 'template');

/**
 * Judges a Pod as it is created.
 * @param object what is sent, parsed; only its own words are judged, not what admission adds
 */
export function judgePod(object: unknown): Judgement {
  return judged(decode(object, 'v1.Pod'), [], (decoded) => {
    const defaulted = defaultPod(decoded);
    const meta = fieldsAt(defaulted, 'metadata');
    const labelled = withLabelKeys(fieldsAt(defaulted, 'spec'), fieldsAt(meta, 'labels'));
    const { spec, warned } = applyAppArmorAnnotations(meta, labelled);
    const prepared = { ...defaulted, spec };
    const annotations = FieldPath.root.below('metadata', 'annotations');
    return {
      faults: pod(prepared),
      early: warned.map((key) => warningAt(annotations.key(key), APPARMOR_DEPRECATED)),
      late: () => [
        ...unfitHostname(meta, "this is used in the Pod's hostname"),
        ...podWarnings(prepared, FieldPath.root, false),
      ],
    };
  });
}

/** Judges a Deployment as it is created. The pods that it will ask for are judged by themselves. */
export function judgeDeployment(object: unknown): Judgement {
  return judged(decode(object, 'v1.Deployment'), [], (decoded) => {
    const defaulted = defaultDeployment(decoded);
    const meta = fieldsAt(defaulted, 'metadata');
    const template = fieldsAt(fieldsAt(defaulted, 'spec'), 'template');
    return {
      faults: deployment(defaulted),
      ofPods: () => paddedImages(fieldsAt(template, 'spec'), POD_SPEC),
      early: [],
      late: () => [
        ...unfitHostname(meta, 'this is used in Pod names and hostnames'),
        ...podWarnings(template, TEMPLATE, true),
      ],
    };
  });
}

/** Judges a pod's template as it stands in `spec.template` of a Deployment. */
export function judgePodTemplate(template: unknown): Judgement {
  return judged(decode(template, 'v1.PodTemplateSpec', TEMPLATE), TEMPLATE.place, (decoded) => {
    const defaulted = defaultTemplate(decoded);
    return {
      faults: podTemplate(defaulted, TEMPLATE),
      early: [],
      late: () => podWarnings(defaulted, TEMPLATE, true),
    };
  });
}

interface Verdict {
  readonly faults: Faults;
  readonly ofPods?: () => Faults;
  /** What is said before validation, and so in any case. */
  readonly early: Warnings;
  /** What is said only about an object that is taken. */
  readonly late: () => Warnings;
}

function judged(
  { object, errors, unknown }: ReturnType<typeof decode>,
  at: Place,
  judge: (decoded: Fields) => Verdict,
): Judgement {
  const { faults, ofPods, early, late } = judge(object);
  const written = faults.map((fault) => asWritten(fault, object, at));
  if (errors.length > 0) {
    const besides = written.filter((fault) => !errors.some((error) => mayFollow(fault, error)));
    return { ...NOTHING, undecodable: errors, besides };
  }
  const warnings = faults.length > 0 ? early : [...early, ...late()];
  return {
    ...NOTHING,
    unknown,
    faults: written,
    ofPods:
      ofPods === undefined || faults.length > 0
        ? []
        : ofPods().map((fault) => asWritten(fault, object, at)),
    warnings: warnings.map((warning) => asWritten(warning, object, at)),
  };
}

/** Whether a fault may come of what was left out because it cannot be decoded. */
function mayFollow({ kind, path }: Fault, { path: left }: DecodeError): boolean {
  const common = Math.min(path.length, left.length);
  if (left.slice(0, common).every((step, index) => step === path[index])) return true;
  return kind === 'Not found' && NAMED_VOLUME.test(left.join('.'));
}

/** What a mount may have meant: the volumes, one of them, or its name. */
const NAMED_VOLUME = /(^|\.)volumes(\.\d+(\.name)?)?$/;

function asWritten<T extends { readonly path: Place }>(found: T, object: Fields, at: Place): T {
  const place = placeAsWritten(object, found.path.slice(at.length));
  return { ...found, path: [...at, ...place] };
}

function unfitHostname(meta: Fields, use: string): Warnings {
  const complaints = labelComplaints(textAt(meta, 'name'));
  if (complaints.length === 0) return [];
  const words = `${use}, which can result in surprising behavior; a DNS label is recommended: [${complaints.join(' ')}]`;
  return [warningAt(NAME, words)];
}
