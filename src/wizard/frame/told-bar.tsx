import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { undo } from '../store.ts';
import { useWizard } from '../use-wizard.ts';

/** What the last step took out of the file, with the way back, until something else is done. */
export function ToldBar() {
  const told = useWizard(({ past }) => past.at(-1)?.told);
  if (told === undefined) return null;
  return (
    <div className="told-bar" data-testid="told">
      <span>{told}</span>
      <Button
        variant="link"
        isInline
        onClick={() => {
          undo();
          document.querySelector<HTMLElement>('.main h1')?.focus();
        }}
      >
        Undo
      </Button>
    </div>
  );
}
