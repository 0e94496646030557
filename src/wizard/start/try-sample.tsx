import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import TryIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-play-icon';
import { useState } from 'react';
import { takeTexts } from '../incoming/take-files.ts';

const fileName = 'astro-ui-sample.yaml';

/** A file like the Astro UI's for whoever has none: fetched only when it is asked for. */
export function TrySample() {
  const [state, setState] = useState<'idle' | 'fetching' | 'missing'>('idle');

  const open = async () => {
    setState('fetching');
    let text: string;
    try {
      text = (await import('./sample/astro-ui-sample.yaml?raw')).default;
    } catch {
      // The only thing that can go wrong: the browser is offline, or the server has a newer page.
      setState('missing');
      return;
    }
    setState('idle');
    await takeTexts([{ fileName, text }]);
  };

  return (
    <li className="bring-row">
      <TryIcon aria-hidden="true" />
      <div>
        <h2>Try with a file like the Astro UI’s</h2>
        <p>About 1,000 lines, every pod rejected: see the whole way in ten seconds.</p>
        {state === 'missing' && (
          <p role="alert">It could not be fetched. Check the connection, then press again.</p>
        )}
      </div>
      <Button
        variant="secondary"
        aria-label="Try with a file like the Astro UI’s"
        isDisabled={state === 'fetching'}
        onClick={() => void open()}
      >
        Try
      </Button>
    </li>
  );
}
