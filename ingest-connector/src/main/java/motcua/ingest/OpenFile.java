package motcua.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.mapping.Text;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.FileFacts;
import motcua.ingest.source.InputFault;
import motcua.ingest.source.Part;
import motcua.ingest.source.Section;
import motcua.ingest.source.SpoolFile;
import motcua.ingest.source.SpoolFormat;

/**
 * A claimed file being read, part after part: gives mapped records and remembers the offset of the
 * last one. Reading can be taken up again after a fault, since the part is opened anew at that
 * offset.
 */
final class OpenFile implements Reading {
  /** Told of every record, also of one that gives nothing. */
  interface Seen {
    /**
     * A record was read.
     *
     * @param fingerprint as a dead letter about it tells it; to be asked at once
     */
    void record(Supplier<String> fingerprint);
  }

  private final SpoolFile file;
  private final Mappings mappings;
  private final int maxBytes;
  private final Map<String, String> partition;
  private final SpoolOffset start;
  private final Seen seen;

  /** Rest of the record read last; its offset counts once all of it is given. */
  private final Deque<Mapped> rest = new ArrayDeque<>();

  private SpoolOffset afterRest;
  private SpoolOffset offset;

  /** How far it is read, which runs ahead of {@link #offset} where records give nothing. */
  private SpoolOffset read;

  private OpenSection section;
  private String partSha256;
  private boolean ended;
  private boolean rejected;
  private boolean readable;

  OpenFile(SpoolFile file, SpoolOffset start, Mappings mappings, int maxBytes) {
    this(file, start, mappings, maxBytes, fingerprint -> {});
  }

  OpenFile(SpoolFile file, SpoolOffset start, Mappings mappings, int maxBytes, Seen seen) {
    this.seen = seen;
    this.partSha256 = file.facts().sha256();
    this.file = file;
    this.start = start;
    this.offset = start;
    this.read = start;
    this.mappings = mappings;
    this.maxBytes = maxBytes;
    this.rejected = file instanceof SpoolFile.Refused;
    this.readable = start.records() > 0;
    this.partition = partition(file, mappings).toMap();
  }

  /** Identity of a file in the stored offsets; a table is another one by another mapping. */
  static SpoolPartition partition(SpoolFile file, Mappings mappings) {
    FileFacts facts = file.facts();
    boolean mapped =
        switch (SpoolFormat.of(facts.name())) {
          case SpoolFormat.Table table -> true;
          case SpoolFormat.Archive archive -> true;
          case SpoolFormat.CanonicalLines lines -> false;
          case SpoolFormat.NationalBatch batch -> false;
          case SpoolFormat.Unknown unknown -> false;
        };
    Optional<String> mapping = mapped ? mappings.tablePrint() : Optional.empty();
    return new SpoolPartition(facts.name(), facts.sha256(), mapping);
  }

  @Override
  public String name() {
    return file.facts().name();
  }

  @Override
  public String sha256() {
    return file.facts().sha256();
  }

  /** Fingerprint of the part that the record given last lies in. */
  String partSha256() {
    return partSha256;
  }

  @Override
  public Map<String, String> partition() {
    return partition;
  }

  /**
   * Offset to store with the record given last. Inside a record that gives several it is the one
   * before, so that a cut between them repeats the whole of it and loses nothing.
   */
  @Override
  public SpoolOffset offset() {
    return offset;
  }

  /** True while a record that gives several is not given whole. */
  @Override
  public boolean isInside() {
    return !rest.isEmpty();
  }

  @Override
  public boolean isUntouched() {
    return offset.equals(start);
  }

  /** True when no record of it could be read, or it changed under the reader. */
  @Override
  public boolean isRejected() {
    return rejected;
  }

  @Override
  public Mapped next(Stamp stamp, long arrival) throws IOException {
    if (rest.isEmpty() && !ended) {
      switch (file) {
        case SpoolFile.Readable several -> fill(several, stamp, arrival);
        case SpoolFile.Refused(FileFacts facts, InputFault fault) -> {
          ended = true;
          if (offset.records() == 0) {
            refuse(fault, stamp);
          }
        }
      }
    }
    Mapped given = rest.poll();
    if (given != null && rest.isEmpty()) {
      offset = afterRest;
    }
    return given;
  }

  @Override
  public void close() throws IOException {
    if (section != null) {
      OpenSection open = section;
      section = null;
      read = rest.isEmpty() ? offset : afterRest;
      open.close();
    }
  }

  private void fill(SpoolFile.Readable several, Stamp stamp, long arrival) throws IOException {
    while (rest.isEmpty() && !ended) {
      if (read.part() >= several.parts().size()) {
        ended = true;
        afterEnd(stamp);
      } else {
        step(several.parts().get(read.part()), stamp, arrival);
      }
    }
  }

  private void step(Part part, Stamp stamp, long arrival) throws IOException {
    try {
      if (section == null) {
        open(part);
      }
      List<Mapped> mapped = section.next(stamp, arrival);
      if (mapped == null) {
        endPart(read.records());
        return;
      }
      partSha256 = part.sha256();
      seen.record(section::fingerprint);
      SpoolOffset inside = section.offset();
      read =
          new SpoolOffset(
              inside.bytes(), read.before() + inside.records(), read.part(), read.before());
      readable = true;
      give(mapped);
    } catch (BrokenInputException e) {
      Mapped letter = refusal(part, e.reason(), stamp);
      endPart(read.records() + 1);
      give(List.of(letter));
    }
  }

  private void open(Part part) throws IOException {
    SpoolOffset inPart = read.inPart();
    section =
        switch (SpoolFormat.section(part)) {
          case Section.Bytes bytes ->
              OpenSection.open(bytes, inPart, mappings, inputName(part), maxBytes);
          case Section.Table table -> {
            if (mappings.table().isEmpty()) {
              throw new BrokenInputException(InputFault.MAPPING_MISSING);
            }
            yield OpenSection.open(
                table, inPart, mappings.table().get(), inputName(part), maxBytes);
          }
          case Section.Refused(Part same, InputFault fault) ->
              throw new BrokenInputException(fault);
        };
  }

  private void endPart(long records) throws IOException {
    read = new SpoolOffset(0, records, read.part() + 1, records);
    if (section != null) {
      OpenSection open = section;
      section = null;
      open.close();
    }
  }

  private void give(List<Mapped> mapped) {
    rest.addAll(mapped);
    afterRest = read;
  }

  /**
   * A file somebody wrote to while it was read may have lost records: that is said and the file set
   * aside.
   */
  private void afterEnd(Stamp stamp) throws IOException {
    rejected = !readable && !isUntouched();
    if (file.facts().changed()) {
      rejected = true;
      refuse(InputFault.CHANGED, stamp);
    }
  }

  private void refuse(InputFault fault, Stamp stamp) {
    FileFacts facts = file.facts();
    long size = facts.sizeBytes();
    read =
        new SpoolOffset(
            Math.max(size, read.bytes()), read.records() + 1, read.part(), read.before());
    Origin origin = new Origin(facts.name(), "file", facts.sha256());
    give(List.of(origin.refuseInput(fault.reason(), size, mappings.source().orElse(null), stamp)));
  }

  private Mapped refusal(Part part, String reason, Stamp stamp) {
    Origin origin = new Origin(inputName(part), "file", part.sha256());
    long size = file.facts().sizeBytes();
    return origin.refuseInput(reason, size, mappings.source().orElse(null), stamp);
  }

  /** The part's name; that of an entry may tell of a person, then only its place is told. */
  private String inputName(Part part) {
    boolean sound = Text.fault(part.name()) == null && !mappings.guard().isIn(part.name());
    return sound || part.name().equals(name()) ? part.name() : name() + "!" + (read.part() + 1);
  }
}
