package io.airouter.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Says that this process, and no other, owns a data folder. The operating system drops it with the
 * process, so that after a crash nothing is left to clean up, and a PostgreSQL found running in a
 * folder one holds is an orphan.
 */
record FolderLock(FileChannel channel) implements AutoCloseable {

  /**
   * Makes the folder when it is missing, for its owner only: what lies in it is unpacked with wide
   * permissions.
   *
   * @throws IOException naming the folder when another process has it
   */
  static FolderLock of(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    FileChannel channel =
        FileChannel.open(
            folder.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isFree(channel)) {
      channel.close();
      throw new IOException(
          "the data folder "
              + folder
              + " is in use by another router; stop it or set ROUTER_DATA to another folder");
    }
    return new FolderLock(channel);
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
