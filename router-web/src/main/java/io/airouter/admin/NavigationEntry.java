package io.airouter.admin;

/**
 * One page in the navigation.
 *
 * @param view the view id, such as {@code /query.xhtml}
 * @param icon a PrimeIcons name without its prefix
 */
public record NavigationEntry(String label, String view, String icon) {}
