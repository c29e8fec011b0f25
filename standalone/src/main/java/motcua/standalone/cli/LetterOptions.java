package motcua.standalone.cli;

import java.util.Optional;
import motcua.readmodel.DeadLetterQuery;
import picocli.CommandLine.Option;

/** Which dead letters a command means. */
final class LetterOptions {
  @Option(names = "--source", paramLabel = "NAME", description = "Those of one source.")
  private String source;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Those of one reason, e.g. DATE_UNREADABLE.")
  private String reason;

  @Option(names = "--input", paramLabel = "FILE", description = "Those of one file or intake id.")
  private String input;

  @Option(
      names = "--fingerprint",
      paramLabel = "HEX",
      description = "That of one record, by the first characters of its fingerprint.")
  private String fingerprint;

  /** Whether any of them narrows the choice. */
  boolean isGiven() {
    return source != null || reason != null || input != null || fingerprint != null;
  }

  DeadLetterQuery query(DeadLetterQuery.State state) {
    return new DeadLetterQuery(
        Optional.ofNullable(source),
        Optional.ofNullable(reason),
        Optional.ofNullable(input),
        Optional.ofNullable(fingerprint),
        state);
  }
}
