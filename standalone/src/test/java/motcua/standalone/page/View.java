package motcua.standalone.page;

import java.util.List;

/**
 * A view of the page, for checks that walk all of them: each is drawn when {@code
 * body[data-state=ready]}, which {@link Visit} waits for.
 *
 * @param name of pictures
 * @param route the address behind {@code #/}, with what it needs to show something
 */
public record View(String name, String route) {
  /** Those that are there. */
  public static final List<View> ALL =
      List.of(
          new View("overview", "tong-quan?scope=H99"),
          new View("unit", "don-vi?scope=" + PageHistory.LATE_UNIT),
          new View("wall", "man-hinh?scope=H99"),
          new View("reports", "bao-cao?scope=H99"),
          new View("form", "bao-cao?scope=H99&form=II.06a"),
          new View("reconcile", "doi-chieu?scope=H99"),
          new View("alerts", "canh-bao?scope=H99"),
          new View("sources", "nguon-du-lieu?scope=H99"),
          new View("dossier", "ho-so?id=" + PageHistory.LATE_UNIT + "-26-0000"));
}
