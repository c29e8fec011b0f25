package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Walks a JSON batch by its brackets and cuts out one record after the other: the elements of the
 * root array, or of the arrays of objects inside the envelope. Looking only at quotes and brackets
 * keeps one broken record from sinking its neighbours, gives every record its exact bytes, and
 * holds no more than one record in memory.
 *
 * <p>Whether an object inside the envelope is itself a record (it names MaHoSo) is known only at
 * its end, so a first walk ({@link #facts}) finds those out and a second one cuts.
 */
final class BatchWalker {
  private static final int MAX_DEPTH = 8;
  private static final int CAPTURE_BYTES = 256;
  private static final Set<String> ENVELOPE_FACTS = Set.of("service", "madonvi", "session");
  private static final String RECORD_KEY = "mahoso";

  /**
   * What one walk over the whole batch found out.
   *
   * @param texts envelope values by lower-case name, only {@code service}, {@code madonvi} and
   *     {@code session}
   * @param lists number of places where records may stand
   * @param records offsets of the objects that are records themselves
   */
  record Facts(Map<String, String> texts, int lists, Set<Long> records) {
    Facts {
      texts = Map.copyOf(texts);
      records = Set.copyOf(records);
    }
  }

  private record Frame(boolean list, long offset) {}

  private final ByteWindow in;
  private final Spill spill;
  private final Set<Long> recordOffsets;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<Long> found = new HashSet<>();
  private final StringBuilder captured = new StringBuilder();
  private int lists;
  private long number;
  private boolean begun;
  private boolean ended;

  /**
   * Cuts the batch into records of up to {@code maxBytes}; {@code recordOffsets} as the first walk
   * found them.
   */
  BatchWalker(InputStream in, int maxBytes, Set<Long> recordOffsets) {
    this(in, new Spill(maxBytes, true), recordOffsets);
  }

  private BatchWalker(InputStream in, Spill spill, Set<Long> recordOffsets) {
    this.in = new ByteWindow(in);
    this.spill = spill;
    this.recordOffsets = recordOffsets;
  }

  /** Walks to the end of the file without keeping records. */
  static Facts facts(InputStream in) throws IOException {
    BatchWalker walker = new BatchWalker(in, new Spill(CAPTURE_BYTES, false), Set.of());
    while (walker.next() != null) {
      // Only the envelope matters in the first walk.
    }
    return new Facts(walker.texts, walker.lists, walker.found);
  }

  long position() {
    return in.position();
  }

  void close() throws IOException {
    in.close();
  }

  /** The next record, or null at the end; after a broken tail there is nothing more. */
  RawRecord next() throws IOException {
    if (!begun) {
      begun = true;
      skipByteOrderMark();
      RawRecord root = value(in.skipSpace(), "", true);
      if (root != null) {
        return root;
      }
    }
    while (!ended && !frames.isEmpty()) {
      RawRecord record = frames.peek().list() ? inList() : inEnvelope();
      if (record != null) {
        return record;
      }
    }
    return ended || in.skipSpace() == ByteWindow.END ? null : tail();
  }

  private RawRecord inList() throws IOException {
    int next = in.skipSpace();
    switch (next) {
      case ByteWindow.END -> {
        return tail();
      }
      case ',' -> in.take();
      case ']' -> {
        in.take();
        frames.pop();
      }
      default -> {
        return element(next);
      }
    }
    return null;
  }

  private RawRecord inEnvelope() throws IOException {
    int next = in.skipSpace();
    switch (next) {
      case ',' -> in.take();
      case '}' -> {
        in.take();
        frames.pop();
      }
      case '"' -> {
        return member();
      }
      default -> {
        return tail();
      }
    }
    return null;
  }

  private RawRecord member() throws IOException {
    string();
    String name = captured.toString().toLowerCase(Locale.ROOT);
    if (in.skipSpace() != ':') {
      return tail();
    }
    in.take();
    if (name.equals(RECORD_KEY)) {
      found.add(frames.peek().offset());
    }
    return value(in.skipSpace(), name, false);
  }

  private RawRecord value(int first, String name, boolean root) throws IOException {
    long offset = in.position();
    boolean deep = frames.size() >= MAX_DEPTH;
    if (first == ByteWindow.END) {
      return tail();
    } else if (recordOffsets.contains(offset)) {
      return element(first);
    } else if (first == '{' && !deep) {
      in.take();
      frames.push(new Frame(false, offset));
    } else if (first == '[' && !deep) {
      in.take();
      int inside = in.skipSpace();
      boolean list = root || inside == '{' || inside == ']' || name.equals("data");
      lists += list ? 1 : 0;
      if (list) {
        frames.push(new Frame(true, offset));
      } else {
        skipRestOfList();
      }
    } else if (first == '{' || first == '[') {
      skipElement(first);
    } else {
      scalar(first);
      if (ENVELOPE_FACTS.contains(name)) {
        texts.put(name, captured.toString());
      }
    }
    return null;
  }

  private RawRecord element(int first) throws IOException {
    long offset = in.position();
    spill.clear();
    number++;
    boolean whole = skipElement(first);
    if (!whole) {
      ended = true;
      return spill.tail(number, offset);
    }
    return spill.record(number, offset);
  }

  /** Takes one value into the spill; false when the file ends inside it. */
  private boolean skipElement(int first) throws IOException {
    if (first == '{' || first == '[') {
      in.take();
      spill.append(first);
      return balance();
    }
    if (first == '"') {
      spill.append(first);
      in.take();
      return toClosingQuote();
    }
    bareWord();
    return true;
  }

  private void skipRestOfList() throws IOException {
    spill.clear();
    balance();
  }

  /** Takes bytes up to the bracket that closes the one already taken. */
  private boolean balance() throws IOException {
    int depth = 1;
    while (in.fill()) {
      int from = in.at;
      int at = from;
      while (at < in.limit && depth > 0 && in.buffer[at] != '"') {
        byte b = in.buffer[at++];
        if (b == '{' || b == '[') {
          depth++;
        } else if (b == '}' || b == ']') {
          depth--;
        }
      }
      boolean quote = depth > 0 && at < in.limit;
      in.at = quote ? at + 1 : at;
      spill.append(in.buffer, from, in.at);
      if (depth == 0) {
        return true;
      }
      if (quote && !toClosingQuote()) {
        return false;
      }
    }
    return false;
  }

  private boolean toClosingQuote() throws IOException {
    boolean escaped = false;
    while (in.fill()) {
      int from = in.at;
      int at = from;
      boolean closed = false;
      while (at < in.limit && !closed) {
        byte b = in.buffer[at++];
        closed = b == '"' && !escaped;
        escaped = b == '\\' && !escaped;
      }
      in.at = at;
      spill.append(in.buffer, from, at);
      if (closed) {
        return true;
      }
    }
    return false;
  }

  private void bareWord() throws IOException {
    int next = in.peek();
    do {
      spill.append(next);
      in.take();
      next = in.peek();
    } while (next > ' ' && ",:[]{}\"".indexOf(next) < 0);
  }

  private void scalar(int first) throws IOException {
    if (first == '"') {
      string();
      return;
    }
    spill.clear();
    bareWord();
    capture();
  }

  private void string() throws IOException {
    spill.clear();
    in.take();
    toClosingQuote();
    capture();
    captured.setLength(Math.max(0, captured.length() - 1));
  }

  private void capture() {
    captured.setLength(0);
    if (spill.record(0, 0) instanceof RawRecord.Whole whole && whole.length() <= CAPTURE_BYTES) {
      captured.append(
          new String(whole.buffer(), whole.from(), whole.length(), StandardCharsets.UTF_8));
    }
  }

  private RawRecord tail() throws IOException {
    long offset = in.position();
    spill.clear();
    while (in.fill()) {
      spill.append(in.buffer, in.at, in.limit);
      in.at = in.limit;
    }
    ended = true;
    return spill.tail(++number, offset);
  }

  private void skipByteOrderMark() throws IOException {
    if (in.fill()
        && in.limit >= 3
        && in.buffer[0] == (byte) 0xEF
        && in.buffer[1] == (byte) 0xBB
        && in.buffer[2] == (byte) 0xBF) {
      in.at = 3;
    }
  }
}
