package io.airouter.admin;

import io.airouter.access.Role;

/**
 * One page in the navigation.
 *
 * @param view the view id, such as {@code /query.xhtml}
 * @param icon a PrimeIcons name without its prefix
 * @param role whom it is shown
 */
public record NavigationEntry(String label, String view, String icon, Role role) {
  /** A page for all who are signed in. */
  NavigationEntry(String label, String view, String icon) {
    this(label, view, icon, Role.VIEWER);
  }
}
