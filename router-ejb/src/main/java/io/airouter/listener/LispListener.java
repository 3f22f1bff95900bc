package io.airouter.listener;

import io.airouter.mapserver.LispListening;
import io.airouter.mapserver.MapServer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The LISP control port, and the clock's tick for the map-server while the port is open. Opened and
 * closed by one thread at a time, read by any.
 */
public final class LispListener implements LispListening, AutoCloseable {
  private static final Logger LOG = System.getLogger(LispListener.class.getName());
  private static final String VARIABLE = "ROUTER_LISP_PORT";

  /** A Map-Register of 255 IPv4 records fits. */
  private static final int MAX_PACKET_OCTETS = 9_216;

  private static final int DATAGRAMS_A_READ = 16;
  private static final int RECEIVE_BUFFER_OCTETS = 1 << 20;
  private static final int EXPIRY_SECONDS = 1;
  private static final int FLUSH_SECONDS = 10;
  private static final int CLOSING_SECONDS = 2;

  private final LispListenerSettings settings;
  private final MapServer mapServer;
  private final EventLoops loops;
  private final Executor registering;
  private final Semaphore vacancies = new Semaphore(LispDatagramHandler.MAX_REGISTERS);
  private final List<Future<?>> ticks = new ArrayList<>();
  private volatile Optional<Channel> socket = Optional.empty();

  /**
   * @param registering threads that may wait for the database, such as a virtual one a task
   */
  public LispListener(
      LispListenerSettings settings, MapServer mapServer, EventLoops loops, Executor registering) {
    this.settings = settings;
    this.mapServer = mapServer;
    this.loops = loops;
    this.registering = registering;
  }

  /**
   * Opens the socket.
   *
   * @throws PortUnavailableException where it cannot be opened
   */
  public void bind() {
    if (open()) {
      throw new IllegalStateException("the LISP port is open already");
    }
    InetSocketAddress wanted = new InetSocketAddress(settings.bindAddress(), settings.port());
    ChannelFuture binding = bootstrap().bind(wanted).awaitUninterruptibly();
    if (!binding.isSuccess()) {
      throw new PortUnavailableException("LISP over UDP", wanted, VARIABLE, binding.cause());
    }
    socket = Optional.of(binding.channel());
    ticks.add(every(EXPIRY_SECONDS, mapServer::expire));
    ticks.add(every(FLUSH_SECONDS, mapServer::flush));
  }

  private Bootstrap bootstrap() {
    int batch = loops.isEpoll() ? DATAGRAMS_A_READ : 1;
    Bootstrap udp =
        new Bootstrap()
            .group(loops.group())
            .channel(loops.datagramChannel())
            .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_OCTETS)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(MAX_PACKET_OCTETS * batch))
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new LispDatagramHandler(mapServer, registering, vacancies));
                  }
                });
    if (loops.isEpoll()) {
      // Makes one system call read a batch of datagrams (recvmmsg).
      udp.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_PACKET_OCTETS);
    }
    return udp;
  }

  /** Off the event loop, and not again before the last run is over. */
  private Future<?> every(int seconds, Runnable task) {
    Semaphore idle = new Semaphore(1);
    Runnable tick =
        () -> {
          if (idle.tryAcquire()) {
            start(task, idle);
          }
        };
    return loops.group().scheduleWithFixedDelay(tick, seconds, seconds, TimeUnit.SECONDS);
  }

  private void start(Runnable task, Semaphore idle) {
    try {
      registering.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException bug) {
              LOG.log(Level.ERROR, "the registrations could not be looked after", bug);
            } finally {
              idle.release();
            }
          });
    } catch (RejectedExecutionException closing) {
      idle.release();
    }
  }

  @Override
  public boolean open() {
    return socket.isPresent();
  }

  @Override
  public String address() {
    return settings.bindAddress().getHostAddress() + ":" + port();
  }

  /** The port that is open, or the one that would be. */
  public int port() {
    return socket
        .map(channel -> ((InetSocketAddress) channel.localAddress()).getPort())
        .orElse(settings.port());
  }

  /** Closes the socket, lets registrations in hand end and writes what refreshes moved. */
  @Override
  public void close() {
    if (!open()) {
      return;
    }
    ticks.forEach(tick -> tick.cancel(false));
    ticks.clear();
    Channel closing = socket.orElseThrow();
    socket = Optional.empty();
    closing.close().awaitUninterruptibly();
    awaitRegisters();
    mapServer.flush();
  }

  private void awaitRegisters() {
    try {
      int all = LispDatagramHandler.MAX_REGISTERS;
      if (vacancies.tryAcquire(all, CLOSING_SECONDS, TimeUnit.SECONDS)) {
        vacancies.release(all);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
