package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;

/**
 * Links to the page.
 *
 * @param base address of the page of alerts; empty: no links
 */
public record PageLinks(Optional<String> base) {
  public PageLinks {
    Objects.requireNonNull(base, "base");
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
                + (page.indexOf('?') < 0 ? '?' : '&')
                + "scope="
                + URLEncoder.encode(step.scope(), UTF_8));
  }
}
