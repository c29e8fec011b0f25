package motcua.ingest.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.InputFault;

/**
 * Stops a row that does not end: a quote that is never closed would take the rest of a file into
 * memory. A byte order mark is not handed on.
 */
final class BoundedReader extends FilterReader {
  /** What the parser reads ahead. */
  private static final int AHEAD = 1 << 16;

  private final int maxCharacters;
  private long sinceRow;
  private boolean started;

  BoundedReader(Reader in, int maxCharacters) {
    super(in);
    this.maxCharacters = maxCharacters;
  }

  /** A row ended. */
  void rowEnded() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] text, int from, int length) throws IOException {
    int count = in.read(text, from, length);
    if (!started && count > 0) {
      started = true;
      if (text[from] == '\ufeff') {
        System.arraycopy(text, from + 1, text, from, count - 1);
        count--;
        if (count == 0) {
          return read(text, from, length);
        }
      }
    }
    sinceRow += Math.max(count, 0);
    if (sinceRow > (long) maxCharacters + AHEAD) {
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
    return count;
  }
}
