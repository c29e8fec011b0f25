package motcua.standalone.page;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What holds for every view at every size, in both themes and languages: it fits, axe finds
 * nothing, nothing is unsaid, and a picture of it is kept to be looked at.
 */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class EveryViewIT {
  @TestFactory
  List<DynamicTest> shouldBeFitForEverybody(PageStage stage) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Screen screen : Screen.ALL) {
      tests.add(DynamicTest.dynamicTest(screen.name(), () -> walk(stage, screen)));
    }
    return tests;
  }

  private static void walk(PageStage stage, Screen screen) {
    try (Visit visit = Visit.to(stage, screen, View.ALL.getFirst().route())) {
      for (View view : View.ALL) {
        visit.go(view.route());
        visit.picture(view.name());
        visit.assertScreen();
        Accessibility.assertFit(visit.page(), view.name() + " " + screen.name());
      }
    }
  }
}
