import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import PrintIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-print-icon';
import { useMemo } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { noAnswers } from '../../agent/assess/decisions/answers.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { fixAll } from '../actions.ts';
import { useFieldOfRoute } from '../fields/use-field-of-route.ts';
import { narrow, useMedia } from '../frame/use-media.ts';
import { linesBefore, nameOf } from '../hosted/file-texts.ts';
import { openNotes } from '../hosted/installs.ts';
import type { Present } from '../present.ts';
import { usePresent } from '../use-present.ts';
import { Answers } from './answers/answers.tsx';
import { Changes } from './changes/changes.tsx';
import { changedFiles, countLines } from './changes/review-diffs.ts';
import { CheckMatrix } from './checks/check-matrix.tsx';
import { useComeBack } from './come-back.ts';
import { openLine } from './go-to-part.ts';
import { advised, figuresOf, leftHead, leftRows } from './left/what-is-left.ts';
import { WhatIsLeft } from './left/what-is-left.tsx';
import { NeededSecrets } from './outputs/needed-secrets.tsx';
import { Outputs } from './outputs/outputs.tsx';
import { TakeWithYou } from './outputs/take-with-you.tsx';
import { equalPods } from './pods/equal-pods.ts';
import { podPictures } from './pods/pod-picture.ts';
import { Pods } from './pods/pods.tsx';
import './review.css';
import './print.css';
import { useReviewParts } from './review-parts.tsx';
import { WhatKubernetesSays } from './says/what-kubernetes-says.tsx';
import { useImported } from './use-imported.ts';
import { useLightPrint } from './use-printing.ts';

/** Review: what changes, what the pods become, and everything to take away. */
export default function ReviewPage() {
  const present = usePresent();
  useFieldOfRoute('review');
  useComeBack();
  useLightPrint();
  return present ? <Parts present={present} /> : null;
}

function Parts({ present }: { readonly present: Present }) {
  const { work, assessment, unread } = present;
  const imported = useImported(present);
  const isNarrow = useMedia(narrow);
  const { rows, values, outputs, secrets } = useReviewParts(present, imported);
  const files = useMemo(() => changedFiles(work), [work]);
  const { groups, groupsBefore } = useGroups(assessment, imported);
  const of = <Fact,>(fact: (document: DocumentName) => Fact) => ({
    values: fact('values'),
    namespace: fact('namespace'),
  });
  const head = leftHead({
    assessment,
    unread,
    answers: work.answers ?? noAnswers,
    open: openNotes(work).length,
    names: of((document) => nameOf(work, document)),
  });
  return (
    <div className="review">
      <header className="review-head">
        <div>
          <h1 tabIndex={-1}>Review</h1>
          <p className="step-lead">
            What changes, what the pods become, and what to take to your repository.
          </p>
        </div>
        <Button variant="secondary" icon={<PrintIcon />} onClick={() => window.print()}>
          Print
        </Button>
      </header>
      <div className="review-top">
        <div className="review-first">
          <WhatIsLeft
            head={head}
            figures={figuresOf(assessment, imported)}
            lines={countLines(files)}
            files={files.length}
            rows={leftRows(
              {
                assessment,
                documents: work.documents,
                above: of((document) => linesBefore(work, document)),
                unread,
                more: rows,
              },
              { fixAll, openLine },
            )}
            advice={advised(assessment)}
          />
          {isNarrow && <TakeWithYou outputs={outputs} head={head} />}
          <Changes present={present} imported={imported} files={files} />
        </div>
        {!isNarrow && (
          <div className="review-aside">
            <div className="review-sticky">
              <TakeWithYou outputs={outputs} head={head} />
              <NeededSecrets assessment={assessment} secrets={secrets} />
            </div>
          </div>
        )}
      </div>
      <Pods present={present} imported={imported} />
      <CheckMatrix
        present={present}
        imported={imported}
        groups={groups}
        groupsBefore={groupsBefore}
      />
      <WhatKubernetesSays present={present} imported={imported} groups={groups} />
      <div className="review-answers">
        <Answers assessment={assessment} />
        {values}
      </div>
      {isNarrow && <NeededSecrets assessment={assessment} secrets={secrets} />}
      <Outputs outputs={outputs} head={head} />
    </div>
  );
}

function useGroups(assessment: Assessment, imported: Assessment | undefined) {
  const groups = useMemo(
    () => equalPods(podPictures(assessment, imported)),
    [assessment, imported],
  );
  const groupsBefore = useMemo(
    () => (imported ? equalPods(podPictures(imported)) : groups),
    [imported, groups],
  );
  return { groups, groupsBefore };
}
