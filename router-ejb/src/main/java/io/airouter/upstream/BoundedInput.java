package io.airouter.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/** An answer's octets, no more than so many and no later than its deadline. One thread. */
final class BoundedInput extends FilterInputStream {
  private final LongSupplier nanoTime;
  private final long deadline;
  private long left;

  BoundedInput(InputStream in, UpstreamSettings settings, LongSupplier nanoTime) {
    super(in);
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + settings.totalTimeout().toNanos();
    this.left = settings.maxResponseOctets();
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int octets) throws IOException {
    left -= octets;
    if (left < 0) {
      throw new RubbishException("the answer is longer than allowed");
    }
    if (nanoTime.getAsLong() - deadline > 0) {
      throw new SocketTimeoutException("the answer took longer than allowed");
    }
  }
}
