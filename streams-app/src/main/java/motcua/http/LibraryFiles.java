package motcua.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of one library for the browser, from its web jar: those named here and no other file of the
 * class path. They are served below {@code /lib/<name>/}, where a browser asks each time whether
 * they are still the same, and below {@code /lib/<name>/<version>/}, where they never change.
 */
final class LibraryFiles {
  /** Charts. */
  static final LibraryFiles UPLOT =
      new LibraryFiles(
          "uplot", "dist/", Map.of("uPlot.esm.js", "text/javascript", "uPlot.min.css", "text/css"));

  /** Templates, with the directives that views use and the modules those need. */
  static final LibraryFiles LIT_HTML =
      new LibraryFiles(
          "lit-html",
          "",
          Map.of(
              "lit-html.js",
              "text/javascript",
              "directive.js",
              "text/javascript",
              "directive-helpers.js",
              "text/javascript",
              "directives/repeat.js",
              "text/javascript"));

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final String name;
  private final String version;
  private final Map<String, StaticText> files = new LinkedHashMap<>();

  /**
   * @param folder in the web jar, below the version
   * @param types content types by name of the files
   */
  private LibraryFiles(String name, String folder, Map<String, String> types) {
    this.name = name;
    this.version = version(name);
    types.forEach(
        (file, type) ->
            files.put(
                file,
                new StaticText(
                    type + "; charset=utf-8",
                    read(
                        "/META-INF/resources/webjars/%s/%s/%s%s"
                            .formatted(name, version, folder, file)))));
  }

  void serve(RoutesConfig routes) {
    files.forEach(
        (file, text) -> {
          routes.get("/lib/%s/%s".formatted(name, file), context -> text.send(context, "no-cache"));
          routes.get(
              "/lib/%s/%s/%s".formatted(name, version, file),
              context -> text.send(context, FOR_EVER));
        });
  }

  private static String version(String name) {
    var properties = new java.util.Properties();
    String path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = LibraryFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the web jar of " + name + " is missing");
      }
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException fault) {
      throw new IllegalStateException("cannot read " + path, fault);
    }
  }

  private static byte[] read(String path) {
    try (InputStream in = LibraryFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource " + path + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException fault) {
      throw new IllegalStateException("cannot read " + path, fault);
    }
  }
}
