import { Dropdown } from '@patternfly/react-core/dist/esm/components/Dropdown/Dropdown';
import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import { DropdownList } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownList';
import { MenuToggle } from '@patternfly/react-core/dist/esm/components/MenuToggle';
import DarkIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-dark-mode-icon';
import LightIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-light-mode-icon';
import { useState } from 'react';
import { chooseTheme, type Theme, themes, useIsDark, useTheme } from './theme.ts';

const names: Readonly<Record<Theme, string>> = {
  light: 'Light',
  dark: 'Dark',
  system: 'As the system',
};

/** The three themes as menu items; the phone's menu shows them, too. */
export function ThemeItems() {
  const theme = useTheme();
  return themes.map((id) => (
    <DropdownItem key={id} isSelected={theme === id} onClick={() => chooseTheme(id)}>
      {names[id]}
    </DropdownItem>
  ));
}

export function ThemeMenu() {
  const [open, setOpen] = useState(false);
  const dark = useIsDark();
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
          aria-label="Theme"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={dark ? <DarkIcon /> : <LightIcon />}
        />
      )}
    >
      <DropdownList>
        <ThemeItems />
      </DropdownList>
    </Dropdown>
  );
}
