import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { TextArea } from '@patternfly/react-core/dist/esm/components/TextArea';
import UploadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-upload-icon';
import { useRef, useState } from 'react';
import { useMedia } from '../frame/use-media.ts';
import { takeFiles } from '../incoming/read-files.ts';
import { takeTexts } from '../incoming/take-files.ts';

/** The key that goes with V there. */
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Choose or paste a file, or drop it here or anywhere else. */
export function DropZone() {
  const [pasting, setPasting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hasKeys = useMedia('(any-pointer: fine)');
  if (pasting) {
    return <PasteText onCancel={() => setPasting(false)} />;
  }
  return (
    <div className="drop-zone" data-testid="drop-zone">
      <UploadIcon aria-hidden="true" className="drop-icon" />
      <p className="drop-line">Drop values.yaml here</p>
      <p className="drop-hint">
        or choose it, or paste its text
        {hasKeys && (
          <>
            {' with '}
            <span className="drop-keys">
              <kbd>{isApple ? '⌘' : 'Ctrl'}</kbd> <kbd>V</kbd>
            </span>
          </>
        )}
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
        multiple
        accept=".yaml,.yml,.json,.txt,application/yaml,application/json,text/yaml,text/plain"
        aria-label="values.yaml or namespace.yaml"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void takeFiles(files);
        }}
      />
    </div>
  );
}

function PasteText({ onCancel }: { readonly onCancel: () => void }) {
  const [text, setText] = useState('');
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        void takeTexts([{ fileName: 'pasted.yaml', text }]);
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
