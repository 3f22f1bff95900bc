package io.airouter.listener;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that serve every control-plane socket, DNS and LISP alike, by Linux epoll where
 * its library loads and by the JDK's NIO elsewhere. Handlers on them must not block. Whoever makes
 * it closes it, after the listeners.
 */
public final class EventLoops implements AutoCloseable {
  private static final int QUIET_MILLIS = 0;
  private static final int TIMEOUT_MILLIS = 2_000;

  private final EventLoopGroup group;
  private final boolean epoll;

  private EventLoops(int threads, boolean epoll) {
    IoHandlerFactory handler = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    this.epoll = epoll;
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("control-plane", true), handler);
  }

  /** Threads on the best transport of this platform; they start when the first socket needs one. */
  public static EventLoops of(int threads) {
    return new EventLoops(threads, Epoll.isAvailable());
  }

  /** Threads on the transport that every platform has. */
  static EventLoops nio(int threads) {
    return new EventLoops(threads, false);
  }

  public EventLoopGroup group() {
    return group;
  }

  public Class<? extends DatagramChannel> datagramChannel() {
    return epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
  }

  public Class<? extends ServerSocketChannel> serverSocketChannel() {
    return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  public boolean isEpoll() {
    return epoll;
  }

  /** Closes what is still open and waits for the threads, two seconds at most. */
  @Override
  public void close() {
    group
        .shutdownGracefully(QUIET_MILLIS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(TIMEOUT_MILLIS);
  }
}
