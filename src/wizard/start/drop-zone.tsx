import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { TextArea } from '@patternfly/react-core/dist/esm/components/TextArea';
import UploadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-upload-icon';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { encodingProblem } from '../../agent/documents/encoding.ts';
import { announce } from '../store.ts';
import type { Refusal } from './refused-file.tsx';

interface DropZoneProps extends TakesText {
  readonly onRefuse: (refusal: Refusal) => void;
}

interface TakesText {
  readonly onBring: (text: string, fileName: string) => void;
}

/** Larger than any values file; the parser has its own, lower bound with its own message. */
const readLimit = 8 * 1024 * 1024;

/** Drop, choose or paste a file. A drop is taken anywhere on the page, so that none opens a raw file. */
export function DropZone({ onBring, onRefuse }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const read = async (file: File) => {
    announce(`Reading ${file.name}`);
    const bytes = new Uint8Array(await file.slice(0, readLimit).arrayBuffer());
    // Of a file that is cut off the parser says that it is too large.
    const problem = file.size > readLimit ? undefined : encodingProblem(bytes);
    if (problem !== undefined) {
      const range = { offset: 0, length: 0 };
      onRefuse({ fileName: file.name, problem: { ...problem, range }, text: '' });
      return;
    }
    // A byte order mark is part of the file: TextDecoder keeps it only when told to.
    onBring(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), file.name);
  };

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData('text/plain');
      if (text) onBring(text, 'pasted.yaml');
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [onBring]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void read(file);
    else {
      const text = event.dataTransfer.getData('text/plain');
      if (text) onBring(text, 'dropped.yaml');
    }
  };

  if (pasting) {
    return <PasteText onBring={onBring} onCancel={() => setPasting(false)} />;
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same by keyboard.
    <div
      className={`drop-zone ${over ? 'drop-zone-over' : ''}`}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <UploadIcon aria-hidden="true" className="drop-icon" />
      <p className="drop-line">{over ? 'Drop to read it' : 'Drop values.yaml here'}</p>
      <p className="drop-hint">
        or choose it, or paste its text with <kbd>Ctrl</kbd> <kbd>V</kbd>
      </p>
      <div className="drop-buttons">
        <Button variant="primary" onClick={() => input.current?.click()}>
          Choose file
        </Button>
        <Button variant="secondary" onClick={() => setPasting(true)}>
          Paste text
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json,.txt,application/yaml,application/json,text/yaml,text/plain"
        aria-label="values.yaml or namespace.yaml"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
    </div>
  );
}

interface PasteTextProps extends TakesText {
  readonly onCancel: () => void;
}

function PasteText({ onBring, onCancel }: PasteTextProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        onBring(text, 'pasted.yaml');
      }}
    >
      <label htmlFor="pasted">Text of values.yaml or namespace.yaml</label>
      <TextArea
        id="pasted"
        className="paste-text"
        value={text}
        onChange={(_, value) => setText(value)}
        onPaste={(event) => {
          if (text !== '') return;
          // Taken as it is: the browser's own editing is slow with thousands of lines.
          event.preventDefault();
          setText(event.clipboardData.getData('text/plain'));
        }}
        resizeOrientation="vertical"
        spellCheck={false}
        autoFocus
      />
      <div className="drop-buttons">
        <Button variant="primary" type="submit">
          Read it
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
