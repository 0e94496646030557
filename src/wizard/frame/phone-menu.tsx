import { Divider } from '@patternfly/react-core/dist/esm/components/Divider';
import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import MoreIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-ellipsis-vertical-icon';
import { DownloadItems } from './download-menu.tsx';
import { Menu } from './menu.tsx';
import { ThemeItems } from './theme-menu.tsx';

/** What the masthead has no room for on a phone. */
export function PhoneMenu({ onShare }: { readonly onShare: () => void }) {
  return (
    <Menu label="More" toggle={{ icon: <MoreIcon /> }}>
      <DropdownItem onClick={onShare}>Share</DropdownItem>
      <DownloadItems />
      <Divider component="li" />
      <ThemeItems />
    </Menu>
  );
}
