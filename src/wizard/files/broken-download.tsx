import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { Modal } from '@patternfly/react-core/dist/esm/components/Modal/Modal';
import { ModalBody } from '@patternfly/react-core/dist/esm/components/Modal/ModalBody';
import { ModalFooter } from '@patternfly/react-core/dist/esm/components/Modal/ModalFooter';
import { ModalHeader } from '@patternfly/react-core/dist/esm/components/Modal/ModalHeader';
import { useFiles } from '../hosted/use-file.ts';
import { answerWaiting, type WaitingDownload } from './broken-download.ts';

/** Asks whether a text that cannot be read is to be downloaded all the same. */
export default function BrokenDownload({ waiting }: { readonly waiting: WaitingDownload }) {
  const files = useFiles();
  const names = waiting.broken.map((name) => files(name).name).join(' and ');
  return (
    <Modal
      isOpen
      variant="small"
      onClose={() => answerWaiting(false)}
      aria-labelledby="broken-title"
      aria-describedby="broken-body"
    >
      <ModalHeader title={`${names} cannot be read`} labelId="broken-title" />
      <ModalBody id="broken-body">
        Helm would refuse the text as it is now. It can be downloaded as it is, so that nothing of
        it is lost.
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={() => answerWaiting(true)}>
          Download as it is
        </Button>
        <Button variant="link" onClick={() => answerWaiting(false)}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
