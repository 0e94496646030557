import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-copy-icon';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { useId } from 'react';
import { FindingFrame } from '../../findings/finding-block.tsx';
import { Words } from '../../findings/words.tsx';
import { PlainText } from '../../preview/plain-text.tsx';
import { shownText } from '../../preview/shown-text.ts';
import { copied } from '../copied.ts';
import { isOfferable, type LeftHead } from '../left/what-is-left.ts';
import { setReviewView, useReviewView } from '../review-view.ts';
import type {
  MadeOutput,
  OutputField,
  OutputFile,
  OutputStep,
  ReviewOutput,
} from './review-output.ts';
import { sizeWords } from './review-output.ts';
import { saveOutput } from './take-file.ts';

interface OutputPanelProps {
  readonly output: ReviewOutput;
  readonly head: LeftHead;
}

/** One output: what is to be filled in, then each of its files with its preview. */
export function OutputPanel({ output, head }: OutputPanelProps) {
  const made = output.make();
  const isWarned = !isOfferable(head);
  return (
    <>
      {isWarned && (
        <FindingFrame
          tone="rejected"
          word="Not ready"
          messages={[`${head.title}. This is the text as it is, not one to install.`]}
        />
      )}
      {output.fields.length > 0 && <Fields fields={output.fields} />}
      {made.ok ? (
        <Made made={made} />
      ) : (
        <FindingFrame tone="fails" word="Not made" messages={[made.reason]} />
      )}
    </>
  );
}

function Fields({ fields }: { readonly fields: readonly OutputField[] }) {
  return (
    <div className="output-fields">
      {fields.map((field) => (
        <Field key={field.id} field={field} />
      ))}
    </div>
  );
}

function Field({ field: { id, label, value, placeholder, choices, complaint } }: FieldProps) {
  const control = useId();
  const filled = useReviewView((view) => view.fields[id]);
  const change = (text: string) =>
    setReviewView({ fields: { ...useReviewView.getState().fields, [id]: text } });
  const common = {
    id: control,
    value: filled ?? value,
    'aria-invalid': complaint !== undefined,
    'aria-describedby': complaint === undefined ? undefined : `${control}-error`,
  };
  return (
    <div className="output-field">
      <label htmlFor={control}>{label}</label>
      {choices ? (
        <select {...common} onChange={(event) => change(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {complaint !== undefined && (
        <p id={`${control}-error`} className="output-complaint">
          {complaint}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly field: OutputField;
}

function Made({ made }: { readonly made: MadeOutput & { readonly ok: true } }) {
  const { files, steps, note } = made;
  return (
    <>
      {files.map((file) => (
        <section key={file.name} aria-label={file.name} className="output-file">
          <FileBar file={file} all={steps?.all} />
          {steps ? <Steps steps={steps.each} /> : <Preview file={file} />}
        </section>
      ))}
      {note !== undefined && (
        <p className="output-note tone-advice">
          <Words text={note} />
        </p>
      )}
    </>
  );
}

interface FileBarProps {
  readonly file: OutputFile;
  /** What is copied in its place, where its parts can be copied one by one. */
  readonly all: string | undefined;
}

function FileBar({ file, all }: FileBarProps) {
  const { name, says, text } = file;
  return (
    <div className="output-bar">
      <code translate="no">{name}</code>
      <span>
        {says ? `${says}, ` : ''}
        {sizeWords(text)}
      </span>
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon={<CopyIcon />}
          aria-label={all === undefined ? `Copy ${name}` : undefined}
          onClick={() => void copied(all ?? text, name)}
        >
          {all === undefined ? 'Copy' : 'Copy all'}
        </Button>
        <Button
          variant="secondary"
          size="sm"
          icon={<DownloadIcon />}
          aria-label={`Download ${name}`}
          onClick={() => saveOutput(file)}
        >
          Download
        </Button>
      </div>
    </div>
  );
}

function Preview({ file: { name, text } }: { readonly file: OutputFile }) {
  const isYaml = /\.ya?ml$/.test(name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard.
    <section className="output-preview" aria-label={`Text of ${name}`} tabIndex={0}>
      {isYaml ? (
        <PlainText before={0} text={shownText(text)} marks={undefined} />
      ) : (
        <pre translate="no">{text}</pre>
      )}
    </section>
  );
}

function Steps({ steps }: { readonly steps: readonly OutputStep[] }) {
  return (
    <ol className="output-steps">
      {steps.map((step, index) => (
        <li key={step.title}>
          <p>
            <span className="output-number">{index + 1}</span>
            <strong>{step.title}</strong>
            <span>{step.says}</span>
          </p>
          <div className="output-command">
            <code translate="no">{step.command}</code>
            <Button
              variant="plain"
              size="sm"
              icon={<CopyIcon />}
              aria-label={`Copy: ${step.title}`}
              onClick={() => void copied(step.command, 'the command')}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
