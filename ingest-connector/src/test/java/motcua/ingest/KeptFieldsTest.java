package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import motcua.ingest.mapping.EventContent;
import motcua.ingest.mapping.NationalField;
import org.junit.jupiter.api.Test;

/** The lists of docs/personal-data.md are those of the code: nothing is kept that is not told. */
class KeptFieldsTest {
  private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

  @Test
  void shouldTellEveryNationalFieldThatIsRead() throws Exception {
    Set<String> read =
        Arrays.stream(NationalField.values())
            .filter(field -> field != NationalField.OTHER)
            .map(NationalField::sent)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = told("**National records**");
    told.addAll(told("Read, and kept only"));
    assertEquals(read, told);
  }

  @Test
  void shouldTellEveryFieldOfAnEvent() throws Exception {
    Set<String> kept =
        Arrays.stream(EventContent.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = told("**Events**");
    told.removeAll(Set.of("A", "Z"));
    assertEquals(kept, told);
  }

  /** Names in the paragraph that begins so. */
  private static Set<String> told(String start) throws Exception {
    String page = Files.readString(Path.of("../docs/personal-data.md"));
    int from = page.indexOf(start);
    Matcher names = CODE.matcher(page.substring(from, page.indexOf("\n\n", from)));
    return names
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
