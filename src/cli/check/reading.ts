import type { Source } from '../input/sources.ts';
import type { Diagnostic } from '../report/report.ts';
import type { SkipReason } from '../report/skip-reason.ts';
import type { GivenBy } from '../skipping.ts';

/** A file while it is read, document by document. */
export interface Reading {
  readonly source: Source;
  readonly by: GivenBy;
  /** Whether an object of Kubernetes has come, so that the file is one of manifests. */
  hasObject: boolean;
  /** Documents that are no objects, kept until one comes: a file without any may be skipped. */
  strangers: Diagnostic[];
  /** Why a document of it was passed over, if one was. */
  passedOver: SkipReason | undefined;
  /** A template gets one line, however many documents of it cannot be read. */
  isTemplate: boolean;
  /** The first release of another chart, and whether there was anything else: it judges nothing. */
  otherRelease: Diagnostic | undefined;
  hasOther: boolean;
}

export function beginReading(source: Source, by: GivenBy): Reading {
  return {
    source,
    by,
    hasObject: false,
    strangers: [],
    passedOver: undefined,
    isTemplate: false,
    otherRelease: undefined,
    hasOther: false,
  };
}
