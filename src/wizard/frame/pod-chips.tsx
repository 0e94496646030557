import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { useRef } from 'react';
import type { PodAssessment } from '../../agent/assess/assessment.ts';
import { ToneIcon, toneOfVerdict } from '../findings/effect.tsx';
import { goToPod } from '../findings/go-to-pod.ts';
import { verdictWords } from '../findings/state-words.ts';
import { Menu } from './menu.tsx';
import { useFitting } from './use-fitting.ts';
import { narrow, useMedia } from './use-media.ts';

interface PodChipsProps {
  readonly pods: readonly PodAssessment[];
}

/** More than this never fit. */
const chipsAtMost = 8;

/** The pods beside the verdict: as many as there is room for, and all of them in a list. */
export function PodChips({ pods }: PodChipsProps) {
  const isNarrow = useMedia(narrow);
  if (pods.length === 0) return null;
  if (isNarrow) {
    const words = `${pods.length} ${pods.length === 1 ? 'pod' : 'pods'}`;
    return <PodMenu pods={pods} label={words} words={words} />;
  }
  return <FittingChips pods={pods} />;
}

function FittingChips({ pods }: PodChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const inOrder = pods.length > chipsAtMost ? worstFirst(pods) : pods;
  const candidates = inOrder.slice(0, chipsAtMost);
  const key = candidates.map(({ id, verdict }) => `${id} ${verdict}`).join();
  const fitting = useFitting(list, key, pods.length > candidates.length);
  const folded = pods.length - fitting;
  return (
    <ul ref={list} className="verdict-chips" aria-label="Pods">
      {candidates.map((pod, index) => (
        <li key={pod.id} className={index < fitting ? '' : 'is-folded'}>
          <button
            type="button"
            className={`chip tone-${toneOfVerdict(pod.verdict)}`}
            onClick={() => goToPod(pod)}
          >
            <ToneIcon tone={toneOfVerdict(pod.verdict)} size={12} />
            <span className="chip-name" translate="no">
              {pod.id}
            </span>{' '}
            <span className="chip-state">{verdictWords[pod.verdict]}</span>
          </button>
        </li>
      ))}
      {folded > 0 && (
        <li className="verdict-more">
          <PodMenu
            pods={pods}
            label={`All ${pods.length} pods`}
            words={fitting === 0 ? `${pods.length} pods` : `+${folded}`}
          />
        </li>
      )}
    </ul>
  );
}

interface PodMenuProps extends PodChipsProps {
  /** What its button is called, and what stands on it. */
  readonly label: string;
  readonly words: string;
}

function PodMenu({ pods, label, words }: PodMenuProps) {
  return (
    <Menu
      label={label}
      toggle={{ variant: 'default', size: 'sm', className: 'pods-toggle', children: words }}
      position="left"
    >
      {worstFirst(pods).map((pod) => (
        <DropdownItem
          key={pod.id}
          icon={<ToneIcon tone={toneOfVerdict(pod.verdict)} size={12} />}
          onClick={() => goToPod(pod)}
        >
          <span translate="no">{pod.id}</span>{' '}
          <span className="chip-state">{verdictWords[pod.verdict]}</span>
        </DropdownItem>
      ))}
    </Menu>
  );
}

const badness: Readonly<Record<PodAssessment['verdict'], number>> = {
  rejected: 0,
  unknown: 1,
  fails: 2,
  admitted: 3,
};

function worstFirst(pods: readonly PodAssessment[]): readonly PodAssessment[] {
  return pods.toSorted((a, b) => badness[a.verdict] - badness[b.verdict]);
}
