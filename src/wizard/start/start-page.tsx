import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFieldOfRoute } from '../fields/use-field-of-route.ts';
import { StepFooter } from '../frame/step-footer.tsx';
import { forgetTaken, useTaken } from '../incoming/take-files.ts';
import { navigate } from '../route.ts';
import { usePresent } from '../use-present.ts';
import { BringFile } from './bring-file.tsx';
import { YourFile } from './your-file.tsx';

/** Start: bring a file, or, once one is open, what it is and what would happen to it. */
export function StartPage() {
  const present = usePresent();
  useFieldOfRoute('start');
  // What somebody chooses in the place of: another file that is open ends the choice.
  const [replacing, setReplacing] = useState<unknown>();
  const originals = present?.work.originals;
  const choosing = replacing !== undefined && replacing === originals;
  const setChoosing = (isChoosing: boolean) => {
    forgetTaken();
    setReplacing(isChoosing ? originals : undefined);
  };
  const taken = useTaken((state) => state.taken);
  const scroll = useRef<HTMLDivElement>(null);
  // What became of new files stands at the top.
  useLayoutEffect(() => {
    if (taken.length > 0 && scroll.current) scroll.current.scrollTop = 0;
  }, [taken]);
  if (!present || choosing) {
    return (
      <>
        <div className="main-scroll" ref={scroll}>
          <BringFile />
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
      <div className="main-scroll" ref={scroll}>
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
