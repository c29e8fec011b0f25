package motcua.topology;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.kafka.common.utils.Utils;

/**
 * A Bloom filter over keys: tells which were surely never added. One megabyte; with a million keys
 * it errs on one of thirty, towards "perhaps".
 */
final class KeyFilter {
  private static final int BITS = 1 << 23;
  private static final int HASHES = 3;

  private final BitSet bits = new BitSet(BITS);

  void add(byte[] key) {
    int first = Utils.murmur2(key);
    int step = Arrays.hashCode(key) | 1;
    for (int i = 0; i < HASHES; i++) {
      bits.set((first + i * step) & (BITS - 1));
    }
  }

  boolean mayContain(byte[] key) {
    int first = Utils.murmur2(key);
    int step = Arrays.hashCode(key) | 1;
    for (int i = 0; i < HASHES; i++) {
      if (!bits.get((first + i * step) & (BITS - 1))) {
        return false;
      }
    }
    return true;
  }
}
