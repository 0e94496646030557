import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Modal } from '@patternfly/react-core/dist/esm/components/Modal/Modal';
import { ModalBody } from '@patternfly/react-core/dist/esm/components/Modal/ModalBody';
import { ModalFooter } from '@patternfly/react-core/dist/esm/components/Modal/ModalFooter';
import { ModalHeader } from '@patternfly/react-core/dist/esm/components/Modal/ModalHeader';
import { TextInput } from '@patternfly/react-core/dist/esm/components/TextInput';
import { use, useMemo, useState } from 'react';
import type { Settings } from '../../agent/settings/settings.ts';
import { encodeLink } from '../../share/link.ts';
import { leftOut } from '../../share/policy.ts';
import { copyText } from '../files/copy.ts';
import { downloadSettings } from '../files/download.ts';
import { currentRoute, formatRoute, replaceRoute } from '../route.ts';
import { announce, useWizard } from '../store.ts';
import { usePresent } from '../use-present.ts';

/** Above this many characters, chat programs and mail cut links: a file is the safer way. */
const comfortable = 2000;

/** Shows the link to the present settings, what it carries and what it leaves out. */
export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const present = usePresent();
  const settings = present?.assessment.settings;
  const payload = useMemo(() => settings && encodeLink(settings), [settings]);
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
        {payload && settings && <Link payload={payload} settings={settings} />}
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
}

function Link({ payload, settings }: LinkProps) {
  const config = use(payload);
  const omitted = leftOut(settings);
  const [copied, setCopied] = useState(false);
  const { step } = currentRoute();
  const link = new URL(formatRoute({ step, config }), window.location.href).href;
  const copy = async () => {
    // The address bar now names the same settings, so that it can be copied, too.
    useWizard.setState({ openedConfig: config });
    replaceRoute({ step, config });
    const done = await copyText(link);
    setCopied(done);
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
      {omitted.length > 0 && <p>It leaves out {omitted.join(', ')}, which may hold credentials.</p>}
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
            <Button variant="secondary" size="sm" onClick={() => downloadSettings(settings)}>
              Download settings
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
