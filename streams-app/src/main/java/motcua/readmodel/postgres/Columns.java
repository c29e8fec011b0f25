package motcua.readmodel.postgres;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Turns rows into column arrays. */
final class Columns {
  private Columns() {}

  /** Text; null becomes ''. */
  static <T> String[] text(List<T> rows, Function<T, String> value) {
    String[] column = new String[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = PgText.storable(value.apply(rows.get(row)));
    }
    return column;
  }

  static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
    int[] column = new int[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = value.applyAsInt(rows.get(row));
    }
    return column;
  }

  static <T> long[] longs(List<T> rows, ToLongFunction<T> value) {
    long[] column = new long[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = value.applyAsLong(rows.get(row));
    }
    return column;
  }

  /** Longs that may be null. */
  static <T> Long[] optionalLongs(List<T> rows, Function<T, Long> value) {
    Long[] column = new Long[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = value.apply(rows.get(row));
    }
    return column;
  }

  /** Ints that may be null. */
  static <T> Integer[] optionalInts(List<T> rows, Function<T, Integer> value) {
    Integer[] column = new Integer[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = value.apply(rows.get(row));
    }
    return column;
  }
}
