package io.airouter.southbound;

import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure.Kind;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.southbound.Restconf.Answer;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds where a server's RESTCONF begins (RFC 8040 §3.1): asks {@code /.well-known/host-meta}, and
 * takes the configured root where that says nothing. A link to another host is not followed.
 */
final class RootDiscovery {
  static final String USUAL_ROOT = "/rests";

  private static final Pattern JSON_LINK =
      Pattern.compile("\"rel\"\\s*:\\s*\"restconf\"\\s*,\\s*\"href\"\\s*:\\s*\"([^\"]{1,200})\"");

  private RootDiscovery() {}

  /** The root without a slash at its end. */
  static URI root(Restconf restconf, Controller controller) throws ControllerFailureException {
    URI base = controller.url();
    try {
      Answer answer = restconf.get(base.resolve("/.well-known/host-meta"), "application/xrd+xml");
      Optional<URI> found =
          answer.isSuccess() ? link(answer.body()).flatMap(l -> local(base, l)) : Optional.empty();
      return found.orElseGet(() -> configured(base));
    } catch (ControllerFailureException e) {
      if (e.failure().kind() == Kind.RUBBISH) {
        return configured(base);
      }
      throw e;
    }
  }

  private static URI configured(URI base) {
    String path = bare(String.valueOf(base.getRawPath()));
    return base.resolve(path.isEmpty() ? USUAL_ROOT : path);
  }

  private static Optional<URI> local(URI base, String link) {
    try {
      URI target = base.resolve(link);
      boolean isSame =
          base.getScheme().equals(target.getScheme())
              && base.getRawAuthority().equals(target.getRawAuthority());
      return isSame ? Optional.of(base.resolve(bare(target.getRawPath()))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String bare(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** XRD (RFC 6415) in XML, or in JSON from servers that ignore what is accepted. */
  private static Optional<String> link(String body) {
    Matcher json = JSON_LINK.matcher(body);
    return json.find() ? Optional.of(json.group(1)) : xmlLink(body);
  }

  private static Optional<String> xmlLink(String body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(body));
      while (reader.hasNext()) {
        boolean isLink =
            reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Link");
        if (isLink && "restconf".equals(reader.getAttributeValue(null, "rel"))) {
          return Optional.ofNullable(reader.getAttributeValue(null, "href"));
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }
}
