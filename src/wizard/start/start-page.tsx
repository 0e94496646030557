import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useState } from 'react';
import { importFile } from '../actions.ts';
import { useFieldOfRoute } from '../fields/use-field-of-route.ts';
import { StepFooter } from '../frame/step-footer.tsx';
import { navigate } from '../route.ts';
import { usePresent } from '../use-present.ts';
import { BringFile } from './bring-file.tsx';
import type { Refusal } from './refused-file.tsx';
import { YourFile } from './your-file.tsx';

/** Start: bring a file, or, once one is open, what it is and what would happen to it. */
export function StartPage() {
  const present = usePresent();
  useFieldOfRoute('start');
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const bring = (text: string, fileName: string, as?: 'values') => {
    const outcome = importFile(text, fileName, as);
    setRefusal(outcome.ok ? undefined : outcome);
    if (outcome.ok) setChoosing(false);
  };
  if (!present || choosing) {
    return (
      <>
        <div className="main-scroll">
          <BringFile onBring={bring} onRefuse={setRefusal} refusal={refusal} />
        </div>
        {present && (
          <StepFooter
            step="start"
            left={
              <Button variant="link" isInline onClick={() => setChoosing(false)}>
                Keep {present.work.originals.values.fileName}
              </Button>
            }
            onNext={() => navigate({ step: 'namespace' })}
          />
        )}
      </>
    );
  }
  return (
    <>
      <div className="main-scroll">
        <YourFile present={present} />
      </div>
      <StepFooter
        step="start"
        left={
          <Button variant="link" isInline onClick={() => setChoosing(true)}>
            Choose another file
          </Button>
        }
        onNext={() => navigate({ step: 'namespace' })}
      />
    </>
  );
}
