import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import KeyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-key-icon';
import type { Assessment } from '../../../agent/assess/assessment.ts';
import { copied } from '../copied.ts';
import { goToPart } from '../go-to-part.ts';
import type { NeededSecret } from './secrets-to-make.ts';

interface NeededSecretsProps {
  readonly assessment: Assessment;
  readonly secrets: readonly NeededSecret[];
}

/** The Secrets that must exist before the install, each with how to make it. */
export function NeededSecrets({ assessment, secrets }: NeededSecretsProps) {
  if (secrets.length === 0) return null;
  const namespace = assessment.settings.namespace.name;
  return (
    <section className="secrets" aria-labelledby="before">
      <h2 id="before">Before you install</h2>
      <p>
        These Secrets must exist in <code translate="no">{namespace}</code>. Only their names are in
        your file.
      </p>
      <ul>
        {secrets.map(({ name, purpose, making, path }) => (
          <li key={path.join('.')} className="secret-row">
            <KeyIcon aria-hidden="true" />
            <div>
              <button
                type="button"
                className="link-button"
                data-back={`secret ${path.join('.')}`}
                onClick={() => goToPart(assessment, 'values', path)}
              >
                <code translate="no">{name}</code>
              </button>
              <p>{purpose}</p>
              {'reason' in making && <p>{making.reason}</p>}
            </div>
            {'command' in making && (
              <Button
                variant="link"
                isInline
                aria-label={`Copy the command that makes ${name}`}
                onClick={() => void copied(making.command, `the command that makes ${name}`)}
              >
                Copy command
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
