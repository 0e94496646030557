import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import FileIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-file-code-icon';
import KeyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-key-icon';
import { documentNames, fileNames } from '../../agent/documents/documents.ts';
import { installCommands } from '../../handover/commands/commands.ts';
import { prerequisites } from '../../handover/commands/prerequisites.ts';
import { changedLines } from '../../yaml/text-diff.ts';
import { copyText } from '../files/copy.ts';
import { downloadBoth, downloadDocument } from '../files/download.ts';
import { goToPlace } from '../findings/go-to.ts';
import type { Present } from '../present.ts';
import { navigate } from '../route.ts';
import { announce } from '../store.ts';

async function copy(text: string, what: string): Promise<void> {
  const done = await copyText(text);
  announce(done ? `Copied ${what}.` : 'The browser did not allow copying.');
}

/** Files, what must exist before the install, and the commands in order. */
export function Outputs({ present }: { readonly present: Present }) {
  const { work, assessment } = present;
  const namespace = assessment.settings.namespace.name;
  const { secrets, missing } = prerequisites(assessment.trees.values, namespace);
  const commands = installCommands(namespace);
  const runnable = commands.flatMap((one) => ('command' in one ? [one.command] : []));
  return (
    <div className="outputs">
      <section aria-labelledby="files">
        <h2 id="files">Files</h2>
        <ul>
          {documentNames.map((name) => {
            const { count } = changedLines(work.originals[name].text, work.documents[name]);
            return (
              <li key={name} className="output-row">
                <FileIcon aria-hidden="true" />
                <div>
                  <code translate="no">{fileNames[name]}</code>
                  <p>
                    {count === 0
                      ? 'As opened'
                      : `${count} ${count === 1 ? 'line' : 'lines'} changed`}
                  </p>
                </div>
                <Button
                  variant="plain"
                  icon={<CopyIcon />}
                  aria-label={`Copy ${fileNames[name]}`}
                  onClick={() => void copy(work.documents[name], fileNames[name])}
                />
                <Button
                  variant="plain"
                  icon={<DownloadIcon />}
                  aria-label={`Download ${fileNames[name]}`}
                  onClick={() => downloadDocument(name)}
                />
              </li>
            );
          })}
        </ul>
        <Button variant="primary" isBlock icon={<DownloadIcon />} onClick={downloadBoth}>
          Download both as zip
        </Button>
      </section>
      <section aria-labelledby="before">
        <h2 id="before">Before you install</h2>
        {missing.length > 0 && (
          <ul className="missing">
            {missing.map(({ what, path }) => (
              <li key={what}>
                {what} is missing: <code translate="no">{path.join('.')}</code>
              </li>
            ))}
          </ul>
        )}
        {secrets.length > 0 && (
          <>
            <p className="output-lead">
              These Secrets must exist in <code translate="no">{namespace}</code>.
            </p>
            <ul>
              {secrets.map(({ name, purpose, making, path }) => (
                <li key={path.join('.')} className="output-row">
                  <KeyIcon aria-hidden="true" />
                  <div>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => {
                        navigate({ step: 'start' });
                        goToPlace('values', path);
                      }}
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
                      onClick={() => void copy(making.command, `the command that makes ${name}`)}
                    >
                      Copy command
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="commands">
        <div className="output-head">
          <h2 id="commands">Commands</h2>
          {runnable.length === commands.length && (
            <Button
              variant="link"
              isInline
              onClick={() => void copy(runnable.join('\n'), 'all commands')}
            >
              Copy all
            </Button>
          )}
        </div>
        <ol>
          {commands.map((one, index) => (
            <li key={one.title} className="command">
              <p>
                <span className="command-number">{index + 1}</span> {one.title}
              </p>
              {'command' in one ? (
                <div className="command-text">
                  <code translate="no">{one.command}</code>
                  <Button
                    variant="plain"
                    size="sm"
                    icon={<CopyIcon />}
                    aria-label={`Copy: ${one.title}`}
                    onClick={() => void copy(one.command, 'the command')}
                  />
                </div>
              ) : (
                <p>{one.reason}</p>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
