import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { MenuToggleAction } from '@patternfly/react-core/dist/esm/components/MenuToggle/MenuToggleAction';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-download-icon';
import { documentNames } from '../../agent/documents/documents.ts';
import { downloadBoth, downloadDocument } from '../files/download.ts';
import { useFiles } from '../hosted/use-file.ts';
import { Menu } from './menu.tsx';

/** Each file, and both as one archive. */
export function DownloadItems() {
  const files = useFiles();
  return (
    <>
      {documentNames.map((name) => (
        <DropdownItem key={name} onClick={() => downloadDocument(name)}>
          Download {files(name).name}
        </DropdownItem>
      ))}
      <DropdownItem onClick={downloadBoth}>Download both as zip</DropdownItem>
    </>
  );
}

/** Downloads the values' file, and opens what else can be downloaded. */
export function DownloadMenu() {
  const { name } = useFiles()('values');
  return (
    <Menu
      label="More downloads"
      toggle={{
        variant: 'primary',
        className: 'download-menu',
        splitButtonItems: [
          <MenuToggleAction
            key="values"
            aria-label={`Download ${name}`}
            onClick={() => downloadDocument('values')}
          >
            <DownloadIcon aria-hidden="true" /> Download
          </MenuToggleAction>,
        ],
      }}
    >
      <DownloadItems />
    </Menu>
  );
}
