package io.airouter.boundary;

import io.airouter.access.User;
import io.airouter.access.UserEdit;
import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.Optional;

/** Somebody else changed a user since they were looked at; nothing was done. */
@ApplicationException
public class UserConflictException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient User theirs;
  private final transient Optional<UserEdit> yours;

  public UserConflictException(User theirs, Optional<UserEdit> yours) {
    super("somebody else changed the user " + theirs.name() + " in between");
    this.theirs = theirs;
    this.yours = yours;
  }

  /** The user as they are now. */
  public User theirs() {
    return theirs;
  }

  /** What was wanted, where that was a change. */
  public Optional<UserEdit> yours() {
    return yours;
  }
}
