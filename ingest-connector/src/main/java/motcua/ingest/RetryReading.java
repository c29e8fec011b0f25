package motcua.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;
import motcua.ingest.retry.RetryOrder;

/**
 * An order to read refused records again: their originals are read from the start with the settings
 * of today, and only what is wanted is given. Behind the records come the dead letters that no
 * longer hold, each taken back. After a crash all of it is read again and what is in the log is
 * passed over, so the offset counts what the originals gave, wanted or not.
 */
final class RetryReading implements Reading {
  /** Opens an original from its start. */
  interface Opener {
    OpenFile open(Path path, OpenFile.Seen seen) throws IOException;
  }

  private final String name;
  private final String sha256;
  private final RetryOrder order;
  private final List<Path> originals;
  private final Opener opener;
  private final BooleanSupplier stopping;
  private final SpoolOffset start;
  private final Set<String> wanted;
  private final Set<String> found = new HashSet<>();
  private final Set<RetryOrder.Letter> again = new HashSet<>();
  private SpoolOffset offset;
  private OpenFile original;
  private String current = "";
  private int reached;
  private long read;
  private int closing;

  /**
   * @param name of the order's file
   * @param sha256 of the order's file
   * @param originals files that may hold the records
   * @param start what of it is in the log
   */
  RetryReading(
      String name,
      String sha256,
      RetryOrder order,
      List<Path> originals,
      SpoolOffset start,
      Opener opener,
      BooleanSupplier stopping) {
    this.name = name;
    this.sha256 = sha256;
    this.order = order;
    this.originals = List.copyOf(originals);
    this.start = start;
    this.offset = start;
    this.opener = opener;
    this.stopping = stopping;
    this.wanted =
        order.letters().stream().map(RetryOrder.Letter::fingerprint).collect(Collectors.toSet());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public Map<String, String> partition() {
    return new SpoolPartition(name, sha256).toMap();
  }

  @Override
  public SpoolOffset offset() {
    return offset;
  }

  @Override
  public boolean isInside() {
    return original != null && original.isInside();
  }

  @Override
  public boolean isUntouched() {
    return offset.equals(start);
  }

  @Override
  public boolean isRejected() {
    return rejection().isPresent();
  }

  @Override
  public Optional<String> rejection() {
    long missing = wanted.stream().filter(print -> !found.contains(print)).count();
    if (missing == 0) {
      return Optional.empty();
    }
    return Optional.of(
        originals.isEmpty()
            ? "ORIGINAL_GONE: %s lies in no folder of settled files any more; its dead letters stay open"
                .formatted(order.input())
            : "ORIGINAL_CHANGED: %d of %d records wanted are not in %s any more; their dead letters stay open"
                .formatted(missing, wanted.size(), order.input()));
  }

  @Override
  public Mapped next(Stamp stamp, long arrival) throws IOException {
    while (reached < originals.size()) {
      Mapped mapped = ofOriginal(stamp, arrival);
      if (mapped != null) {
        return mapped;
      }
    }
    return takenBack(stamp);
  }

  /** The next record that is wanted and not in the log; null when the original gave another. */
  private Mapped ofOriginal(Stamp stamp, long arrival) throws IOException {
    if (stopping.getAsBoolean()) {
      throw new InterruptedIOException("stopped while reading again " + order.input());
    }
    Mapped mapped;
    try {
      if (original == null) {
        original = opener.open(originals.get(reached), this::see);
      }
      mapped = original.next(stamp, arrival);
    } catch (NoSuchFileException gone) {
      mapped = null;
    }
    if (mapped == null) {
      endOriginal();
      return null;
    }
    read++;
    return isWanted(mapped) && read > start.records() ? given(mapped) : null;
  }

  private void endOriginal() throws IOException {
    reached++;
    if (original != null) {
      OpenFile open = original;
      original = null;
      open.close();
    }
  }

  /** A record that gives nothing now is found too: it fails no more. */
  private void see(Supplier<String> fingerprint) {
    current = fingerprint.get();
    for (String print : List.of(current, original.sha256(), original.partSha256())) {
      if (wanted.contains(print)) {
        found.add(print);
      }
    }
  }

  /** Notes what became of a record, also of one that is in the log already. */
  private boolean isWanted(Mapped mapped) {
    // A letter about a whole input, or an entry of an archive, wants every record of it.
    boolean whole = wanted.contains(original.sha256()) || wanted.contains(original.partSha256());
    String fingerprint =
        switch (mapped) {
          case Mapped.Event event -> current;
          case Mapped.Dead dead -> dead.letter().getFingerprint();
        };
    if (!wanted.contains(fingerprint)) {
      return whole;
    }
    found.add(fingerprint);
    if (mapped instanceof Mapped.Dead dead) {
      again.add(new RetryOrder.Letter(fingerprint, dead.letter().getReason()));
    }
    return true;
  }

  private Mapped takenBack(Stamp stamp) {
    while (closing < order.letters().size()) {
      RetryOrder.Letter letter = order.letters().get(closing);
      closing++;
      read++;
      boolean holds = again.contains(letter) || !found.contains(letter.fingerprint());
      if (!holds && read > start.records()) {
        return given(Origin.resolved(order.input(), letter.fingerprint(), letter.reason(), stamp));
      }
    }
    return null;
  }

  private Mapped given(Mapped mapped) {
    offset = new SpoolOffset(0, read);
    return mapped;
  }

  @Override
  public void close() throws IOException {
    if (original != null) {
      original.close();
    }
  }
}
