package motcua.http;

import java.util.Objects;
import motcua.coverage.Coverage;

/** What is served about the systems records come from. */
public record SourceParts(Coverage coverage) {
  public SourceParts {
    Objects.requireNonNull(coverage, "coverage");
  }
}
