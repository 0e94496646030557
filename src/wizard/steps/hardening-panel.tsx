import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import type { Assessment } from '../../agent/assess/assessment.ts';
import type { ContextPairId } from '../../agent/settings/setting-id.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { FindingFrame } from '../findings/finding-block.tsx';
import { effectWords } from '../findings/finding-words.ts';
import { navigate } from '../route.ts';
import { ReadOnlyRootField } from './context-fields.tsx';

/** What goes beyond the standard, set apart so that nobody takes it for a check. */
export function HardeningPanel({ base }: { readonly base: ContextPairId }) {
  return (
    <section className="hardening" aria-labelledby="hardening-title">
      <div className="hardening-head">
        <h2 id="hardening-title">Hardening beyond the standard</h2>
        <span className="chip tone-neutral">Not required by restricted</span>
      </div>
      <ReadOnlyRootField base={base} />
      <FoldersConsequence />
    </section>
  );
}

const folderRules = new Set(['tmp-writable', 'logs-writable']);

function unwritable({ findings }: Assessment) {
  const found = findings.filter(({ rule, effect }) => effect === 'fails' && folderRules.has(rule));
  return { folders: found.length, pods: new Set(found.map(({ pod }) => pod)).size };
}

/** What a read-only root takes with it, until the folders are there. */
function FoldersConsequence() {
  const { folders, pods } = useAssessed(unwritable, sameData) ?? { folders: 0, pods: 0 };
  if (folders === 0) return null;
  return (
    <FindingFrame
      tone="fails"
      word={effectWords.fails}
      messages={[
        `${folders} ${folders === 1 ? 'folder is' : 'folders are'} not writable, so ${pods} ${pods === 1 ? 'pod' : 'pods'} would fail after start.`,
      ]}
      where="/tmp and the log folder"
      action={
        <Button
          variant="secondary"
          size="sm"
          className="finding-fix"
          onClick={() => navigate({ step: 'components' })}
        >
          Go to Components
        </Button>
      }
    />
  );
}
