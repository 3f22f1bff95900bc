package io.airouter.listener;

import io.airouter.nameserver.DnsListening;
import io.airouter.nameserver.NameServer;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The DNS port: one UDP socket and one TCP socket of the same number. Opened and closed by one
 * thread at a time, read by any.
 */
public final class DnsListener implements DnsListening, AutoCloseable {
  private static final String VARIABLE = "ROUTER_DNS_PORT";

  /** No query is longer; what is gets FORMERR, as its end is missing. */
  private static final int MAX_QUERY_OCTETS = 2_048;

  private static final int DATAGRAMS_A_READ = 32;
  private static final int RECEIVE_BUFFER_OCTETS = 1 << 20;
  private static final int BACKLOG = 256;

  /** So often a free UDP port may turn out to be taken for TCP. */
  private static final int FREE_PORT_ATTEMPTS = 10;

  private final DnsListenerSettings settings;
  private final EventLoops loops;
  private final DnsExchange exchange;
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private volatile Optional<InetSocketAddress> bound = Optional.empty();

  public DnsListener(DnsListenerSettings settings, NameServer nameServer, EventLoops loops) {
    this.settings = settings;
    this.loops = loops;
    this.exchange = new DnsExchange(nameServer);
  }

  /**
   * Opens both sockets, or none.
   *
   * @throws PortUnavailableException where one of them cannot be opened
   */
  public void bind() {
    if (open()) {
      throw new IllegalStateException("the DNS port is open already");
    }
    int attempts = settings.port() == 0 ? FREE_PORT_ATTEMPTS : 1;
    while (!open()) {
      attempts--;
      try {
        bindBoth();
      } catch (PortUnavailableException taken) {
        close();
        if (attempts == 0) {
          throw taken;
        }
      }
    }
  }

  @Override
  public boolean open() {
    return bound.isPresent();
  }

  @Override
  public String address() {
    InetSocketAddress address = socketAddress();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Where it is open, or would be. */
  public InetSocketAddress socketAddress() {
    return bound.orElse(new InetSocketAddress(settings.bindAddress(), settings.port()));
  }

  /** The port that is open, or the one that would be. */
  public int port() {
    return socketAddress().getPort();
  }

  /** Closes the sockets and all connections; what is in flight is lost. */
  @Override
  public void close() {
    bound = Optional.empty();
    channels.close().awaitUninterruptibly();
  }

  private void bindBoth() {
    InetSocketAddress wanted = new InetSocketAddress(settings.bindAddress(), settings.port());
    Channel udp = opened(udp().bind(wanted), "DNS over UDP", wanted);
    InetSocketAddress same =
        new InetSocketAddress(
            settings.bindAddress(), ((InetSocketAddress) udp.localAddress()).getPort());
    opened(tcp().bind(same), "DNS over TCP", same);
    bound = Optional.of(same);
  }

  private Channel opened(ChannelFuture binding, String plane, InetSocketAddress address) {
    binding.awaitUninterruptibly();
    if (!binding.isSuccess()) {
      throw new PortUnavailableException(plane, address, VARIABLE, binding.cause());
    }
    channels.add(binding.channel());
    return binding.channel();
  }

  private Bootstrap udp() {
    Bootstrap udp =
        new Bootstrap()
            .group(loops.group())
            .channel(loops.datagramChannel())
            .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_OCTETS)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel socket) {
                    socket.pipeline().addLast(new DnsDatagramHandler(exchange));
                  }
                });
    int batch = loops.isEpoll() ? DATAGRAMS_A_READ : 1;
    if (loops.isEpoll()) {
      // Makes one system call read a batch of datagrams (recvmmsg).
      udp.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_QUERY_OCTETS);
    }
    return udp.option(
        ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_QUERY_OCTETS * batch));
  }

  private ServerBootstrap tcp() {
    return new ServerBootstrap()
        .group(loops.group())
        .channel(loops.serverSocketChannel())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childHandler(new DnsConnectionInitializer(exchange, settings, channels));
  }
}
