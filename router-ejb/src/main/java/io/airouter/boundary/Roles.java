package io.airouter.boundary;

/** The words of {@link io.airouter.access.Role} as annotations need them: as constants. */
final class Roles {
  static final String VIEWER = "viewer";
  static final String OPERATOR = "operator";
  static final String ADMIN = "admin";

  private Roles() {}
}
