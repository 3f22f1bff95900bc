package io.airouter.listener;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;

/**
 * Answers each datagram to where it came from. Replies to datagrams that arrived together leave
 * together. Lives on one event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends in exceptionCaught
final class DnsDatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = System.getLogger(DnsDatagramHandler.class.getName());

  private final DnsExchange exchange;

  DnsDatagramHandler(DnsExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    InetSocketAddress client = packet.sender();
    exchange
        .overUdp(ByteBufUtil.getBytes(packet.content()), client.getPort())
        .ifPresent(
            reply ->
                context.write(
                    new DatagramPacket(Unpooled.wrappedBuffer(reply), client),
                    context.voidPromise()));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  /** A reply that cannot be sent is that client's loss; the socket serves all the others. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.DEBUG, () -> "DNS over UDP: " + cause);
  }
}
