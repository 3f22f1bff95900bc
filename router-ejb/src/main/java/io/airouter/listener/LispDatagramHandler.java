package io.airouter.listener;

import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.codec.LispDecoder;
import io.airouter.lisp.codec.LispEncoder;
import io.airouter.lisp.codec.MessageAuthenticator;
import io.airouter.mapserver.MapServer;
import io.airouter.mapserver.Outgoing;
import io.airouter.mapserver.SiteKey;
import io.airouter.mapserver.Tally;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketTooLargeException;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Takes each datagram to the map-server and its answers back. Map-Requests are answered right here,
 * on the event loop; Map-Registers may wait for the database and go to threads that may.
 */
final class LispDatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = System.getLogger(LispDatagramHandler.class.getName());

  /** A flood of Map-Registers costs no more memory than these. */
  static final int MAX_REGISTERS = 4_096;

  private final MapServer mapServer;
  private final Executor registering;
  private final Semaphore vacancies;

  LispDatagramHandler(MapServer mapServer, Executor registering, Semaphore vacancies) {
    this.mapServer = mapServer;
    this.registering = registering;
    this.vacancies = vacancies;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
    byte[] packet = ByteBufUtil.getBytes(datagram.content());
    InetSocketAddress source = datagram.sender();
    try {
      LispMessage message = LispDecoder.decode(packet);
      if (message instanceof MapRegister register) {
        handOver(context, () -> mapServer.register(register, key -> isSigned(packet, key), source));
      } else {
        mapServer.answer(message, source).forEach(answer -> write(context, answer));
      }
    } catch (MalformedPacketException malformed) {
      mapServer.count(Tally.DROPPED_MALFORMED);
      LOG.log(Level.DEBUG, () -> "from " + source + ": " + malformed.getMessage());
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "a LISP message could not be answered", bug);
    }
  }

  /** A Map-Register on its way through the map-server. */
  @FunctionalInterface
  private interface Registering {
    List<Outgoing> answers();
  }

  private void handOver(ChannelHandlerContext context, Registering register) {
    if (!vacancies.tryAcquire()) {
      mapServer.count(Tally.DROPPED_BUSY);
      return;
    }
    try {
      registering.execute(() -> register(context, register));
    } catch (RejectedExecutionException closing) {
      vacancies.release();
      mapServer.count(Tally.DROPPED_BUSY);
    }
  }

  private void register(ChannelHandlerContext context, Registering register) {
    try {
      register.answers().forEach(answer -> write(context, answer));
      context.flush();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "a Map-Register could not be handled", bug);
    } finally {
      vacancies.release();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the void promise reports to exceptionCaught
  private void write(ChannelHandlerContext context, Outgoing answer) {
    try {
      context.write(
          new DatagramPacket(Unpooled.wrappedBuffer(packet(answer)), answer.destination()),
          context.voidPromise());
    } catch (PacketTooLargeException tooLarge) {
      mapServer.count(Tally.DROPPED_TOO_LARGE);
      LOG.log(Level.DEBUG, () -> "to " + answer.destination() + ": " + tooLarge.getMessage());
    }
  }

  private static byte[] packet(Outgoing answer) {
    byte[] message = LispEncoder.encode(answer.message());
    return answer.signedWith().map(key -> authenticator(key).sign(message)).orElse(message);
  }

  private static boolean isSigned(byte[] packet, SiteKey key) {
    return authenticator(key).verify(packet);
  }

  private static MessageAuthenticator authenticator(SiteKey key) {
    return new MessageAuthenticator(key.algorithm(), key.secret().toByteArray());
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  /** Such as an answer to an address that this host has no way to. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.DEBUG, () -> "LISP over UDP: " + cause);
  }
}
