package io.airouter.listener;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes in one TCP connection: within the limit it gets its handlers, else it is closed. */
final class DnsConnectionInitializer extends ChannelInitializer<SocketChannel> {
  private static final int MAX_FRAME_OCTETS = 2 + 0xffff;
  private static final int LENGTH_OCTETS = 2;

  private final DnsExchange exchange;
  private final int idleSeconds;
  private final Semaphore vacancies;
  private final ChannelGroup connections;

  DnsConnectionInitializer(
      DnsExchange exchange, DnsListenerSettings settings, ChannelGroup connections) {
    this.exchange = exchange;
    this.idleSeconds = settings.tcpIdleSeconds();
    this.vacancies = new Semaphore(settings.maxTcpConnections());
    this.connections = connections;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a closing channel has nobody waiting for it
  protected void initChannel(SocketChannel connection) {
    if (!vacancies.tryAcquire()) {
      exchange.connectionRefused();
      connection.close();
      return;
    }
    connection.closeFuture().addListener(closed -> vacancies.release());
    connections.add(connection);
    connection
        .pipeline()
        .addLast(new LengthFieldBasedFrameDecoder(MAX_FRAME_OCTETS, 0, LENGTH_OCTETS, 0, 2))
        // Behind the framing: only a whole query counts as life, not an octet now and then.
        .addLast(new IdleStateHandler(idleSeconds, 0, 0, TimeUnit.SECONDS))
        .addLast(new DnsConnectionHandler(exchange));
  }
}
