package motcua.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("motcua.standalone");

  @Test
  void shouldKeepThePartsFreeOfTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("motcua.standalone")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("motcua.standalone.cli..")
        .because("benchmarks and tests start the parts without a command line")
        .check(CLASSES);
  }

  @Test
  void shouldUseServerClassesInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("InVmBroker")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..")
        .because("Kafka's server classes are no public API: an upgrade must touch one class")
        .check(CLASSES);
  }

  @Test
  void shouldUseConnectsRuntimeInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ConnectWorker")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka.connect..")
        .because("the worker's runtime is no public API: an upgrade must touch one class")
        .check(CLASSES);
  }

  @Test
  void shouldChooseSerdesByName() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.apicurio..", "io.confluent..")
        .because(
            "serdes are chosen by class name in configuration, so that another registry needs no code")
        .check(CLASSES);
  }

  @Test
  void shouldPlayTimeInTheDemoOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("motcua.standalone.play..")
        .and()
        .haveNameNotMatching(".*\\.cli\\.(DemoCommand|DemoPlay|Wiring)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("motcua.standalone.play..")
        .because("a clock that is played must never reach a process of production")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveSimpleName("Wiring")
        .should()
        .callMethod(EmbeddedProduct.class, "startPlayed", Map.class, InstantSource.class)
        .because("the product follows its configuration's clock everywhere else")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveSimpleName("DemoCommand")
        .should()
        .callMethod("motcua.standalone.cli.Wiring", "played", "motcua.standalone.play.PlayClock")
        .because("a clock that is played must never reach a process of production")
        .check(CLASSES);
  }

  @Test
  void shouldKeepTheCommandLineLibraryInItsPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("motcua.standalone.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("what a command does is called by tests and benchmarks too")
        .check(CLASSES);
  }

  @Test
  void shouldEndTheProcessInMainOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("everything else must be able to run inside a test")
        .check(CLASSES);
  }

  @Test
  void shouldHoldNoStaticState() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("two products must fit in one JVM")
        .check(CLASSES);
  }

  @Test
  void shouldNameNothingVaguely() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|V2)")
        .because("a name says what the class is for")
        .check(CLASSES);
  }

  @Test
  void shouldHaveNoCycles() {
    slices()
        .matching("motcua.standalone.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle is one package in two folders")
        .check(CLASSES);
  }
}
