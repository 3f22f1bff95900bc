package io.airouter.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The embedded database's password, made once and kept in a file only its owner reads: every user
 * of the machine can reach a loopback port.
 */
record ClusterPassword(Path file, String text) {

  /** The password in {@code file}, which is made when it is missing. */
  static ClusterPassword in(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          Base64.getUrlEncoder().withoutPadding().encodeToString(random),
          StandardOpenOption.WRITE);
    }
    return new ClusterPassword(file, Files.readString(file).strip());
  }

  @Override
  public String toString() {
    return "password in " + file;
  }
}
