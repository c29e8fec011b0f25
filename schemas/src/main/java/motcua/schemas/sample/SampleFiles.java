package motcua.schemas.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The data files that travel with the generators, UTF-8 CSV with a header line. */
public enum SampleFiles {
  /** What five districts printed, one figure a row. */
  PUBLISHED_FIGURES("published-figures.csv"),
  /**
   * Days off and Saturdays worked, 2021 to 2026: date,kind,name,confidence; kind is off or work.
   */
  HOLIDAYS("holidays.csv");

  private final String fileName;

  SampleFiles(String fileName) {
    this.fileName = fileName;
  }

  /** Name of the file, also in a folder written by {@link SampleDistricts}. */
  public String fileName() {
    return fileName;
  }

  /** The whole text of the file. */
  public String text() {
    String resource = "/motcua/sample/" + fileName;
    try (InputStream in =
        Optional.ofNullable(SampleFiles.class.getResourceAsStream(resource))
            .orElseThrow(() -> new IllegalStateException("missing resource " + resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }
}
