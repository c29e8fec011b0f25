package motcua.http;

import io.javalin.config.StaticFilesConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/** A library of the page that comes in a web jar, served at {@code /lib/<name>/}. */
enum WebLibrary {
  /** Templates. */
  LIT_HTML("lit-html", "");

  private final String artifact;
  private final String folder;

  /**
   * @param folder where its modules stand inside the web jar, empty or begun with a slash
   */
  WebLibrary(String artifact, String folder) {
    this.artifact = artifact;
    this.folder = folder;
  }

  static void serve(StaticFilesConfig files) {
    for (WebLibrary library : values()) {
      files.add(
          served -> {
            served.hostedPath = "/lib/" + library.artifact;
            served.directory = library.directory();
            served.location = Location.CLASSPATH;
            served.headers = Map.of("Cache-Control", "no-cache");
          });
    }
  }

  /** The version stands in the path; the jar itself says it, so that only the pom names it. */
  private String directory() {
    String about = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = WebLibrary.class.getResourceAsStream(about)) {
      if (in == null) {
        throw new IllegalStateException("web jar " + artifact + " is missing");
      }
      properties.load(in);
    } catch (IOException fault) {
      throw new IllegalStateException("cannot read " + about, fault);
    }
    return "/META-INF/resources/webjars/%s/%s%s"
        .formatted(artifact, properties.getProperty("version"), folder);
  }
}
