package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;

/**
 * Links to the page.
 *
 * @param base address of the page, or of its view of alerts; empty: no links
 */
public record PageLinks(Optional<String> base) {
  /** The view of alerts; older installations name the page that it was before. */
  private static final String VIEW = "#/canh-bao";

  private static final String OLD_PAGE = "alerts.html";

  public PageLinks {
    base = Objects.requireNonNull(base, "base").map(PageLinks::viewOfAlerts);
  }

  private static String viewOfAlerts(String address) {
    if (address.indexOf('#') >= 0) {
      return address;
    }
    String page =
        address.endsWith(OLD_PAGE)
            ? address.substring(0, address.length() - OLD_PAGE.length())
            : address;
    return (page.endsWith("/") || page.indexOf('?') >= 0 ? page : page + "/") + VIEW;
  }

  /** The page. */
  Optional<String> page() {
    return base;
  }

  /** The page at the transition's unit. */
  Optional<String> of(Transition step) {
    return base.map(
        page ->
            page
                + (page.indexOf('?', page.indexOf('#')) < 0 ? '?' : '&')
                + "scope="
                + URLEncoder.encode(step.scope(), UTF_8));
  }
}
