import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Bar } from '../frame/bar.tsx';
import { declineNewVersion, takeNewVersion, useNewVersion } from './new-version.ts';

const words = {
  ready: 'A new version of the wizard is ready.',
  taken: 'The wizard was updated in another tab.',
} as const;

/** Offers the new version. Whoever does not want it now goes on with this one. */
export function UpdateBar() {
  const state = useNewVersion((version) => version.state);
  if (state === undefined) return null;
  return (
    <Bar
      tone="advice"
      testId="update"
      dismissLabel="Stay with this version"
      onDismiss={declineNewVersion}
    >
      <p>{words[state]}</p>
      <Button variant="link" isInline onClick={takeNewVersion}>
        Reload
      </Button>
    </Bar>
  );
}
