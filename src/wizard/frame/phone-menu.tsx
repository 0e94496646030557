import { Divider } from '@patternfly/react-core/dist/esm/components/Divider';
import { Dropdown } from '@patternfly/react-core/dist/esm/components/Dropdown/Dropdown';
import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { DropdownList } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownList';
import { MenuToggle } from '@patternfly/react-core/dist/esm/components/MenuToggle';
import MoreIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-ellipsis-vertical-icon';
import { useState } from 'react';
import { DownloadItems } from './download-menu.tsx';
import { ThemeItems } from './theme-menu.tsx';

/** What the masthead has no room for on a phone. */
export function PhoneMenu({ onShare }: { readonly onShare: () => void }) {
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
          variant="plain"
          aria-label="More"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={<MoreIcon />}
        />
      )}
    >
      <DropdownList>
        <DropdownItem onClick={onShare}>Share</DropdownItem>
        <DownloadItems />
        <Divider component="li" />
        <ThemeItems />
      </DropdownList>
    </Dropdown>
  );
}
