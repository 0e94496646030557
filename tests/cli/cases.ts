import type { Diagnostic } from '../../src/cli/report/report.ts';

/**
 * What every sample comes to, in the wizard and on the command line alike. The samples are given
 * alone, so the namespace is the starter's: restricted, under the name that the sample asks for.
 */
export interface Case {
  /** Below tests/samples/. */
  readonly file: string;
  /** Of `check`. */
  readonly exit: 0 | 1 | 2;
  /** Problems in their order: rule, effect, and the line that is pointed at; unreadable: the import is refused. */
  readonly findings: readonly (readonly [
    rule: string,
    effect: Diagnostic['effect'],
    line: number,
  ])[];
  /** values.yaml after Fix everything, and the exit code of `fix`; null for a file that is refused. */
  readonly fixed: { readonly sha256: string; readonly bytes: number; readonly exit: 0 | 1 } | null;
}

export const cases: readonly Case[] = [
  {
    file: 'already-restricted.yaml',
    exit: 0,
    findings: [
      ['size-limits', 'advice', 389],
      ['unusual-uid', 'advice', 209],
      ['extra-container-uid', 'advice', 226],
      ['extra-container-uid', 'advice', 245],
      ['size-limits', 'advice', 268],
    ],
    fixed: {
      sha256: '98f221241d21749611b14032b62784e68aeb30f06f15c820e615b626208648d8',
      bytes: 9670,
      exit: 0,
    },
  },
  {
    file: 'astro-ui-1x.yaml',
    exit: 1,
    findings: [
      ['env-not-string', 'rejected', 86],
      ['allowPrivilegeEscalation', 'rejected', 176],
      ['capabilities_restricted', 'rejected', 176],
      ['seccompProfile_restricted', 'rejected', 161],
      ['old-shape', 'advice', 296],
      ['missing-value', 'advice', 28],
      ['missing-value', 'advice', 46],
      ['placeholder', 'advice', 83],
      ['placeholder', 'advice', 88],
      ['placeholder', 'advice', 100],
      ['read-only-root', 'advice', 176],
    ],
    fixed: {
      sha256: 'dabf6e1bf9cd67dddd77d26f2bc52a435b755cb1f1f487cfb0abeafe97ffcedf',
      bytes: 28715,
      exit: 0,
    },
  },
  {
    file: 'astro-ui-2x.yaml',
    exit: 1,
    findings: [
      ['allowPrivilegeEscalation', 'rejected', 200],
      ['capabilities_restricted', 'rejected', 200],
      ['seccompProfile_restricted', 'rejected', 185],
      ['allowPrivilegeEscalation', 'rejected', 970],
      ['runAsNonRoot', 'rejected', 892],
      ['create-namespace', 'fails', 13],
      ['read-only-root', 'advice', 200],
    ],
    fixed: {
      sha256: '7813254f726aca5e4083d272074509cf065a7955f8a4ce701594a06b34ff82fe',
      bytes: 38741,
      exit: 0,
    },
  },
  {
    file: 'bad/alias-bomb.yaml',
    exit: 2,
    findings: [['too-many-aliases', 'unreadable', 13]],
    fixed: null,
  },
  {
    file: 'bad/comments-only.yaml',
    exit: 2,
    findings: [['comments-only', 'unreadable', 1]],
    fixed: null,
  },
  {
    file: 'bad/deep-nesting.yaml',
    exit: 2,
    findings: [['too-deep', 'unreadable', 116]],
    fixed: null,
  },
  {
    file: 'bad/duplicate-keys.yaml',
    exit: 2,
    findings: [['duplicate-key', 'unreadable', 13]],
    fixed: null,
  },
  { file: 'bad/empty.yaml', exit: 2, findings: [['empty', 'unreadable', 1]], fixed: null },
  {
    file: 'bad/multi-doc.yaml',
    exit: 2,
    findings: [['several-documents', 'unreadable', 8]],
    fixed: null,
  },
  {
    file: 'bad/not-a-mapping.yaml',
    exit: 2,
    findings: [['not-a-mapping', 'unreadable', 2]],
    fixed: null,
  },
  {
    file: 'bad/tab-indented.yaml',
    exit: 2,
    findings: [['tab-indentation', 'unreadable', 10]],
    fixed: null,
  },
  {
    file: 'bad/unclosed-quote.yaml',
    exit: 2,
    findings: [['unclosed-quote', 'unreadable', 8]],
    fixed: null,
  },
  {
    file: 'bad/workers-as-map.yaml',
    exit: 1,
    findings: [
      ['allowPrivilegeEscalation', 'rejected', 13],
      ['capabilities_restricted', 'rejected', 13],
      ['seccompProfile_restricted', 'rejected', 9],
      ['allowPrivilegeEscalation', 'rejected', 1],
      ['runAsNonRoot', 'rejected', 1],
      ['bad-type', 'rejected', 16],
      ['missing-value', 'advice', 1],
      ['missing-value', 'advice', 1],
      ['missing-value', 'advice', 1],
      ['sentinel-implicit', 'advice', 1],
      ['read-only-root', 'advice', 13],
    ],
    fixed: {
      sha256: 'db9b7a0bb75c393c818b8f06cc0e8d84b122de68a53fe1a64db4d4bb64bc57c1',
      bytes: 1083,
      exit: 1,
    },
  },
  {
    file: 'bad/wrong-types.yaml',
    exit: 1,
    findings: [
      ['bad-type', 'rejected', 12],
      ['bad-type', 'rejected', 10],
      ['bad-type', 'rejected', 13],
      ['bad-type', 'rejected', 11],
      ['bad-type', 'rejected', 16],
      ['bad-type', 'rejected', 19],
      ['bad-type', 'rejected', 17],
      ['bad-type', 'rejected', 51],
      ['bad-type', 'rejected', 52],
      ['allowPrivilegeEscalation', 'rejected', 50],
      ['bad-type', 'rejected', 33],
      ['bad-type', 'rejected', 34],
      ['bad-type', 'rejected', 39],
      ['bad-type', 'rejected', 35],
      ['bad-type', 'rejected', 38],
      ['bad-type', 'rejected', 42],
      ['bad-type', 'rejected', 43],
      ['bad-type', 'rejected', 45],
      ['bad-type', 'rejected', 48],
      ['bad-type', 'rejected', 22],
      ['bad-type', 'rejected', 25],
      ['bad-type', 'rejected', 26],
      ['missing-value', 'advice', 1],
      ['missing-value', 'advice', 1],
      ['missing-value', 'advice', 1],
      ['read-only-root', 'advice', 50],
    ],
    fixed: {
      sha256: '49763a28feb0fb0992ccc12a1b075800026cb0e82f6e56e0743f87a738b00aeb',
      bytes: 1322,
      exit: 1,
    },
  },
  {
    file: 'crlf.yaml',
    exit: 1,
    findings: [
      ['allowPrivilegeEscalation', 'rejected', 29],
      ['capabilities_restricted', 'rejected', 29],
      ['seccompProfile_restricted', 'rejected', 25],
      ['read-only-root', 'advice', 29],
    ],
    fixed: {
      sha256: '70ef7fd7b4ae32352345b8b027bfdcb9a9536767d275e292d0e1989216518ce0',
      bytes: 1796,
      exit: 0,
    },
  },
  {
    file: 'quirks.yaml',
    exit: 1,
    findings: [
      ['seccompProfile_restricted', 'rejected', 87],
      ['allowPrivilegeEscalation', 'rejected', 218],
      ['runAsNonRoot', 'rejected', 218],
      ['seccompProfile_restricted', 'rejected', 133],
      ['allowPrivilegeEscalation', 'rejected', 170],
      ['seccompProfile_restricted', 'rejected', 204],
      ['sidecar-data-dir', 'fails', 109],
      ['read-only-root', 'advice', 93],
      ['read-only-root', 'advice', 218],
      ['extra-container-uid', 'advice', 169],
      ['extra-container-uid', 'advice', 170],
      ['read-only-root', 'advice', 134],
      ['read-only-root', 'advice', 159],
      ['size-limits', 'advice', 137],
      ['size-limits', 'advice', 175],
      ['size-limits', 'advice', 209],
    ],
    fixed: {
      sha256: '399d6baed4a772381cd4443ece9a3da28b9b867b63168f2027845464910bbf51',
      bytes: 6822,
      exit: 0,
    },
  },
  {
    file: 'team-edited.yaml',
    exit: 1,
    findings: [
      ['allowPrivilegeEscalation', 'rejected', 50],
      ['capabilities_restricted', 'rejected', 50],
      ['seccompProfile_restricted', 'rejected', 46],
      ['allowPrivilegeEscalation', 'rejected', 243],
      ['runAsNonRoot', 'rejected', 243],
      ['allowPrivilegeEscalation', 'rejected', 140],
      ['capabilities_restricted', 'rejected', 130],
      ['restrictedVolumes', 'rejected', 171],
      ['allowPrivilegeEscalation', 'rejected', 60],
      ['sidecar-log-mount', 'fails', 72],
      ['read-only-root', 'advice', 50],
      ['extra-container-uid', 'advice', 140],
      ['size-limits', 'advice', 163],
      ['size-limits', 'advice', 200],
      ['size-limits', 'advice', 237],
      ['memory-medium', 'advice', 169],
      ['sidecar-data-dir', 'advice', 72],
    ],
    fixed: {
      sha256: '6764fffabf101e8f549242a1c6b264ddf21875c98c51ea08bbbffd31ab9ad1d5',
      bytes: 7804,
      exit: 1,
    },
  },
];
