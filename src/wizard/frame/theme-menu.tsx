import { DropdownItem } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem';
import DarkIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-dark-mode-icon';
import LightIcon from '@patternfly/react-icons/dist/esm/icons/rh-ui-light-mode-icon';
import { Menu } from './menu.tsx';
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

/** The choice of the theme. */
export function ThemeMenu() {
  const dark = useIsDark();
  return (
    <Menu label="Theme" toggle={{ icon: dark ? <DarkIcon /> : <LightIcon /> }}>
      <ThemeItems />
    </Menu>
  );
}
