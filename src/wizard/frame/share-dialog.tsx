import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/esm/components/Checkbox';
import { Modal } from '@patternfly/react-core/dist/esm/components/Modal/Modal';
import { ModalBody } from '@patternfly/react-core/dist/esm/components/Modal/ModalBody';
import { ModalFooter } from '@patternfly/react-core/dist/esm/components/Modal/ModalFooter';
import { ModalHeader } from '@patternfly/react-core/dist/esm/components/Modal/ModalHeader';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { use, useDeferredValue, useMemo, useState } from 'react';
import type { Settings } from '../../agent/settings/settings.ts';
import type { LeftOut } from '../../share/left-out.ts';
import { encodeLink } from '../../share/link.ts';
import { permitted } from '../../share/policy.ts';
import { copyText } from '../files/copy.ts';
import { downloadSettings } from '../files/download.ts';
import { currentRoute, formatRoute, replaceRoute } from '../route.ts';
import { announce, wizard } from '../store.ts';
import { usePresent } from '../use-present.ts';

/** Above this many characters, chat programs and mail cut links: a file is the safer way. */
const comfortable = 2000;

/** Shows the link to the present settings, what it carries and what it leaves out. */
export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const present = usePresent();
  const settings = present?.assessment.settings;
  const [included, setIncluded] = useState<ReadonlySet<string>>(new Set());
  // The link that is shown stays until the next one is made.
  const asked = useDeferredValue(included);
  const payload = useMemo(() => settings && encodeLink(settings, asked), [settings, asked]);
  const include = (id: string, isIncluded: boolean) =>
    setIncluded((known) => {
      const next = new Set(known);
      if (isIncluded) next.add(id);
      else next.delete(id);
      return next;
    });
  return (
    <Modal
      isOpen
      variant="small"
      onClose={onClose}
      aria-labelledby="share-title"
      aria-describedby="share-body"
    >
      <ModalHeader title="Share these settings" labelId="share-title" />
      <ModalBody id="share-body">
        {payload && settings && (
          <Link payload={payload} settings={settings} included={included} onInclude={include} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}

interface LinkProps {
  readonly payload: Promise<string>;
  readonly settings: Settings;
  /** The ids of what goes along though it may be a credential. */
  readonly included: ReadonlySet<string>;
  readonly onInclude: (id: string, isIncluded: boolean) => void;
}

function Link({ payload, settings, included, onInclude }: LinkProps) {
  const config = use(payload);
  const { leftOut } = permitted(settings);
  const [copiedLink, setCopiedLink] = useState<string>();
  const { step } = currentRoute();
  const link = new URL(formatRoute({ step, config }), window.location.href).href;
  const copied = copiedLink === link;
  const copy = async () => {
    // The address bar now names the same settings, so that it can be copied, too.
    wizard.setState({ openedConfig: config });
    replaceRoute({ step, config });
    const done = await copyText(link);
    setCopiedLink(done ? link : undefined);
    announce(
      done ? 'Link copied.' : 'The browser did not allow copying. Select the link and copy it.',
    );
  };
  return (
    <>
      <p>
        The link carries the settings of the four steps, as far as they differ from the minimal
        file. Your file, its comments and what the wizard does not ask for stay here.
      </p>
      {leftOut.length > 0 && (
        <LeftOutList leftOut={leftOut} included={included} onInclude={onInclude} />
      )}
      <div className="share-link">
        <TextInput aria-label="Link" value={link} readOnlyVariant="default" />
        <Button variant="primary" onClick={() => void copy()}>
          {copied ? 'Copied' : 'Copy link'}
        </Button>
      </div>
      <p className="share-length">{link.length.toLocaleString('en')} characters</p>
      {link.length > comfortable && (
        <div className="finding tone-fails">
          <div className="finding-body">
            <p>
              Chat and mail may cut a link of this length. Send the settings as a file instead;
              whoever gets it can drop it on Start.
            </p>
            <Button
              variant="secondary"
              size="sm"
              onClick={() => downloadSettings(settings, included)}
            >
              Download settings
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

interface LeftOutListProps extends Pick<LinkProps, 'included' | 'onInclude'> {
  readonly leftOut: readonly LeftOut[];
}

/** What stays here unless somebody sends it along, thing by thing. */
function LeftOutList({ leftOut, included, onInclude }: LeftOutListProps) {
  return (
    <fieldset className="share-left-out">
      <legend>Left out, unless you tick it</legend>
      <p>
        Free text may hold a credential, and whoever has the link can read it. Tick only what may be
        seen.
      </p>
      <ul>
        {leftOut.map(({ id, what }) => (
          <li key={id}>
            <Checkbox
              id={`include-${id}`}
              label={capitalised(what)}
              isChecked={included.has(id)}
              onChange={(_, isChecked) => onInclude(id, isChecked)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
