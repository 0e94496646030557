import { Dropdown } from '@patternfly/react-core/dist/esm/components/Dropdown/Dropdown';
import { DropdownList } from '@patternfly/react-core/dist/esm/components/Dropdown/DropdownList';
import {
  MenuToggle,
  type MenuToggleProps,
} from '@patternfly/react-core/dist/esm/components/MenuToggle';
import { type ReactNode, useState } from 'react';

interface MenuProps {
  /** What the button is called that opens it. */
  readonly label: string;
  /** How that button looks; a plain icon unless it says otherwise. */
  readonly toggle: Pick<
    MenuToggleProps,
    'variant' | 'className' | 'icon' | 'splitButtonItems' | 'size' | 'children'
  >;
  /** The side of the button that it begins at. */
  readonly position?: 'left' | 'right';
  /** Its items. */
  readonly children: ReactNode;
}

/** A menu: it closes when something is chosen, and the focus goes back to its button. */
export function Menu({ label, toggle, position = 'right', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      isScrollable
      popperProps={{ position }}
      shouldFocusToggleOnSelect
      toggle={(ref) => (
        <MenuToggle
          variant="plain"
          {...toggle}
          ref={ref}
          aria-label={label}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        />
      )}
    >
      <DropdownList>{children}</DropdownList>
    </Dropdown>
  );
}
