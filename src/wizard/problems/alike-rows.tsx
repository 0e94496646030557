import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../../agent/rules/finding.ts';
import { fixProblems } from '../actions.ts';

interface AlikeRowsProps {
  readonly group: readonly [Problem, ...Problem[]];
  readonly canFix: boolean;
  /** Whether one of them is to be seen. */
  readonly isOpen: boolean;
  /** The rows of all but the first. */
  readonly children: () => ReactNode;
}

/** Under a problem that many others are like: how many, one button for all, and each of them. */
export function AlikeRows({ group, canFix, isOpen, children }: AlikeRowsProps) {
  const [opened, setOpened] = useState(false);
  const open = opened || isOpen;
  const [{ fix }] = group;
  return (
    <>
      <li className="problem-alike">
        <button
          type="button"
          className="text-button"
          aria-expanded={open}
          onClick={() => setOpened(!open)}
        >
          {`${open ? 'Fold' : 'Show'} ${group.length - 1} more like it`}
        </button>
        {fix && canFix && (
          <Button
            variant="link"
            isInline
            className="problem-fix"
            onClick={() => {
              const ids = group.map(({ id }) => id);
              fixProblems(ids, `${fix.title}, and ${group.length - 1} more like it`);
              document.querySelector<HTMLElement>('.problems-toggle')?.focus();
            }}
          >
            {`Fix all ${group.length}`}
          </Button>
        )}
      </li>
      {open && children()}
    </>
  );
}
