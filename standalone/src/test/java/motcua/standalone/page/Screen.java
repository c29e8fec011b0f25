package motcua.standalone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/**
 * Before what somebody sits.
 *
 * @param width in CSS pixels
 * @param language vi or en
 */
public record Screen(
    int width, int height, ColorScheme scheme, String language, ReducedMotion motion) {
  /** A desk in Vietnamese. */
  public static final Screen DESK =
      new Screen(1280, 800, ColorScheme.LIGHT, "vi", ReducedMotion.NO_PREFERENCE);

  /**
   * Every width the page is made for, in both themes; each width and each theme in both languages.
   */
  public static final List<Screen> ALL =
      List.of(
          DESK.wide(360, 740),
          DESK.wide(360, 740).in(ColorScheme.DARK).speaking("en"),
          DESK.speaking("en"),
          DESK.in(ColorScheme.DARK),
          DESK.wide(1920, 1080),
          DESK.wide(1920, 1080).in(ColorScheme.DARK).speaking("en"));

  /** The same in another size. */
  public Screen wide(int newWidth, int newHeight) {
    return new Screen(newWidth, newHeight, scheme, language, motion);
  }

  /** The same in another theme. */
  public Screen in(ColorScheme newScheme) {
    return new Screen(width, height, newScheme, language, motion);
  }

  /** The same in another language. */
  public Screen speaking(String newLanguage) {
    return new Screen(width, height, scheme, newLanguage, motion);
  }

  /** The same for somebody who asked for less motion. */
  public Screen still() {
    return new Screen(width, height, scheme, language, ReducedMotion.REDUCE);
  }

  /** For the name of a picture. */
  public String name() {
    return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setReducedMotion(motion)
        .setLocale("vi-VN")
        .setTimezoneId("Asia/Ho_Chi_Minh");
  }
}
