package motcua.export;

import java.util.List;
import motcua.core.document.Table;

/** Headings above neighbours. */
final class HeadGroups {
  private HeadGroups() {}

  /** Last of the neighbours from here on under the same heading; this one where there is none. */
  static int last(List<Table.Column> columns, int from) {
    String group = columns.get(from).group();
    int last = from;
    while (!group.isEmpty()
        && last + 1 < columns.size()
        && columns.get(last + 1).group().equals(group)) {
      last++;
    }
    return last;
  }
}
