package motcua.http;

import java.util.Objects;
import motcua.coverage.Coverage;
import motcua.readmodel.DeadLetterReadModel;

/** What is served about the systems records come from. */
public record SourceParts(Coverage coverage, DeadLetterReadModel letters) {
  public SourceParts {
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(letters, "letters");
  }
}
