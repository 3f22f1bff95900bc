package io.airouter.listener;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Answers the queries of one connection in their order, as many as the client sends without waiting
 * (RFC 7766 §6.2.1.1). It gets whole messages without their length. It reads no further while the
 * client leaves replies lying, and it sends those still due to a client that ended its own side.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends in exceptionCaught
final class DnsConnectionHandler extends SimpleChannelInboundHandler<ByteBuf> {
  private static final Logger LOG = System.getLogger(DnsConnectionHandler.class.getName());
  private static final int LENGTH_OCTETS = 2;

  private final DnsExchange exchange;

  DnsConnectionHandler(DnsExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
    Optional<byte[]> reply = exchange.overTcp(ByteBufUtil.getBytes(message));
    if (reply.isPresent()) {
      context.write(framed(context, reply.get()), context.voidPromise());
    } else {
      closeAfterReplies(context);
    }
  }

  /** Length and message in one write, so that they leave in one segment (RFC 7766 §8). */
  private static ByteBuf framed(ChannelHandlerContext context, byte[] reply) {
    return context
        .alloc()
        .buffer(LENGTH_OCTETS + reply.length)
        .writeShort(reply.length)
        .writeBytes(reply);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      closeAfterReplies(context);
    } else if (event instanceof IdleStateEvent) {
      context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.DEBUG, () -> "DNS over TCP: " + cause);
    context.close();
  }

  private static void closeAfterReplies(ChannelHandlerContext context) {
    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
