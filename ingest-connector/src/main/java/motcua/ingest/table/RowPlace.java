package motcua.ingest.table;

import java.util.Objects;
import motcua.ingest.mapping.Origin;

/**
 * Where a row lies, for the pointer in a dead letter.
 *
 * @param origin the table's file, or whatever stands for it
 * @param offsetBytes first byte of the row, 0 where rows have none
 * @param lengthBytes its length, 0 where rows have none
 */
public record RowPlace(Origin origin, long offsetBytes, long lengthBytes) {
  public RowPlace {
    Objects.requireNonNull(origin, "origin");
  }
}
