package motcua.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** When each source was last heard, and for which scopes. In memory. */
final class Hearings {
  private final Map<String, Long> bySource = new TreeMap<>();
  private final Map<String, Set<String>> sourcesByScope = new HashMap<>();

  /**
   * Takes a hearing.
   *
   * @param scopes the unit, and all above it
   * @return whether the source is new to one of them
   */
  boolean heard(String source, Iterable<String> scopes, long atMicros) {
    bySource.merge(source, atMicros, Math::max);
    boolean isNew = false;
    for (String scope : scopes) {
      isNew |= sourcesByScope.computeIfAbsent(scope, s -> new HashSet<>()).add(source);
    }
    return isNew;
  }

  /** Latest moments, in microseconds, by source in order. */
  Map<String, Long> bySource() {
    return bySource;
  }

  /** Scopes that have a source. */
  Set<String> scopes() {
    return sourcesByScope.keySet();
  }

  /** Whether every source of a scope is among these. */
  boolean hasOnly(String scope, Set<String> sources) {
    return sources.containsAll(sourcesByScope.get(scope));
  }
}
