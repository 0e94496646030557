import { Dropdown } from '@patternfly/react-core/dist/esm/components/Dropdown/Dropdown';
import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { DropdownList } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownList';
import { MenuToggle } from '@patternfly/react-core/dist/esm/components/MenuToggle';
import { MenuToggleAction } from '@patternfly/react-core/dist/esm/components/MenuToggle/MenuToggleAction';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { useState } from 'react';
import { documentNames, fileNames } from '../../agent/documents.ts';
import { downloadBoth, downloadDocument } from '../preview/download.ts';

/** Each file, and both as one archive. */
export function DownloadItems() {
  return (
    <>
      {documentNames.map((name) => (
        <DropdownItem key={name} onClick={() => downloadDocument(name)}>
          Download {fileNames[name]}
        </DropdownItem>
      ))}
      <DropdownItem onClick={downloadBoth}>Download both as zip</DropdownItem>
    </>
  );
}

export function DownloadMenu() {
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      shouldFocusToggleOnSelect
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="primary"
          className="download-menu"
          aria-label="More downloads"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          splitButtonItems={[
            <MenuToggleAction
              key="values"
              aria-label="Download values.yaml"
              onClick={() => downloadDocument('values')}
            >
              <DownloadIcon aria-hidden="true" /> Download
            </MenuToggleAction>,
          ]}
        />
      )}
    >
      <DropdownList>
        <DownloadItems />
      </DropdownList>
    </Dropdown>
  );
}
