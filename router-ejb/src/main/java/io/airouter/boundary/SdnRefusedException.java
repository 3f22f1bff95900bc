package io.airouter.boundary;

import jakarta.ejb.ApplicationException;

/** A change of SDN controllers that cannot be made as things are; its message says why. */
@ApplicationException(rollback = true)
public class SdnRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SdnRefusedException(String reason) {
    super(reason);
  }
}
