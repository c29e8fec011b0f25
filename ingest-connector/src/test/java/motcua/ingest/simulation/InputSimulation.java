package motcua.ingest.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.testing.AvroBytes;
import motcua.ingest.testing.MappingBench;

/**
 * Feeds mutated inputs in and judges what comes out. Records are mapped in memory; files go through
 * a spool, many at a time, since a start costs more than a file.
 */
final class InputSimulation {
  private static final int FILES_AT_A_TIME = 1000;

  private final InputSource source;
  private final SpoolRun spool;
  private final Tally tally = new Tally();
  private final List<Input> files = new ArrayList<>();
  private final MappingBench backfill = new MappingBench("h99", RecordedAt.BACKFILL);
  private final MappingBench bare = new MappingBench(null, RecordedAt.INPUT);
  private final AvroBytes avro = new AvroBytes();
  private volatile long current;

  /** A simulation of one seed that writes below {@code folder}. */
  InputSimulation(long seed, Path folder) {
    this.source = new InputSource(seed);
    this.spool = new SpoolRun(folder);
  }

  /** Counts so far. */
  Tally tally() {
    return tally;
  }

  /** What is being read, for a person; another one as soon as it is done. Any thread may ask. */
  String current() {
    String file = spool.current();
    return file.isEmpty() ? "run " + current : "the file of run " + file;
  }

  /** One run; files wait until there are many, or for {@link #finish}. */
  void run(long run) throws IOException, InterruptedException {
    current = run;
    Input input = source.of(run);
    if (!input.kind().isFile()) {
      judge(input, mapped(input));
    } else if (files.add(input) && files.size() == FILES_AT_A_TIME) {
      finish();
    }
  }

  /** Feeds in the files that wait. */
  void finish() throws IOException, InterruptedException {
    List<Input> inputs = List.copyOf(files);
    files.clear();
    List<Outcome> outcomes;
    try {
      outcomes = spool.outcomes(inputs);
    } catch (RuntimeException | AssertionError e) {
      if (inputs.size() > 1) {
        findAlone(inputs);
      }
      throw new Difference(inputs.get(0), e.toString(), e);
    }
    for (int i = 0; i < inputs.size(); i++) {
      judge(inputs.get(i), outcomes.get(i));
    }
  }

  /** Something sank the whole spool: the one that does so alone is the difference. */
  private void findAlone(List<Input> inputs) throws IOException, InterruptedException {
    for (Input input : inputs) {
      current = input.run();
      files.add(input);
      finish();
    }
  }

  private void judge(Input input, Outcome outcome) {
    Verdict.of(input, outcome)
        .ifPresent(
            what -> {
              throw new Difference(input, what, null);
            });
    tally.add(input, outcome);
  }

  private Outcome mapped(Input input) {
    Outcome outcome = new Outcome();
    outcome.settled = true;
    outcome.given = 1;
    try {
      Random random = source.random(~input.run());
      MappingBench bench = random.nextInt(4) == 0 ? bare : backfill;
      Mapped mapped =
          input.kind() == Input.Kind.LINE
              ? bench.line(input.bytes())
              : bench.row(input.bytes(), random.nextBoolean() ? null : "DongBoHoSoMC");
      if (mapped.key().length == 0) {
        throw new AssertionError("no key");
      }
      switch (mapped) {
        case Mapped.Event event -> outcome.add("motcua.events", avro.serialize("t", event.event()));
        case Mapped.Dead dead -> outcome.add("", avro.serialize("t", dead.letter()));
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new Difference(input, e.toString(), e);
    }
    return outcome;
  }

  /** An input of which something does not hold. */
  static final class Difference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Input input;

    Difference(Input input, String what, Throwable cause) {
      super(
          "run " + input.run() + " (" + input.kind().text + ", " + input.ending() + "): " + what,
          cause);
      this.input = input;
    }

    long run() {
      return input.run();
    }

    /** The input as text, its end cut off. */
    String shown() {
      String text = new String(input.bytes(), StandardCharsets.UTF_8);
      return text.substring(0, Math.min(2000, text.length()));
    }
  }
}
