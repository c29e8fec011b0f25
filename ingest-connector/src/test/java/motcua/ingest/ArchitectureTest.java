package motcua.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Package rules. Plain tests: ArchUnit's own engine is not picked up by surefire and would pass by
 * not running.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("motcua.ingest");

  @Test
  void shouldHaveNoCycles() {
    check(
        slices()
            .matching("motcua.ingest.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package in a cycle cannot be read or tested alone"));
  }

  @Test
  void shouldMapWithoutSideEffects() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("motcua.ingest.mapping..", "motcua.ingest.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.kafka..", "org.slf4j..", "java.nio.file..", "java.sql..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because(
                "the same bytes, settings and clock must give the same record, and a log line could leak a value"));
  }

  @Test
  void shouldKeepOffsetsToTheJdk() {
    check(
        classes()
            .that()
            .resideInAPackage("motcua.ingest.offset..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "motcua.ingest.offset..")
            .because("stored offsets outlive every library"));
  }

  @Test
  void shouldKeepSourceToBytes() {
    check(
        classes()
            .that()
            .resideInAPackage("motcua.ingest.source..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "motcua.ingest.source..", "motcua.ingest.offset..")
            .because("a new way in must not touch the meaning of records"));
  }

  @Test
  void shouldNameNoRegistryInMainCode() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.apicurio..", "io.confluent..")
            .because("the registry's serializer is chosen by class name in the settings"));
  }

  @Test
  void shouldNeverSeeTheStreamsApp() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("motcua.core..", "motcua.topology..", "motcua.codec..")
            .because(
                "the connector knows only the record in hand; interpretation belongs to the streams core"));
  }

  @Test
  void shouldUseNoKafkaInternals() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.kafka..internals..", "org.apache.kafka.connect.runtime..")
            .because("internals change without notice"));
  }

  @Test
  void shouldHoldNoStaticMutableState() {
    check(fields().that().areStatic().should().beFinal().because("several tasks run in one JVM"));
  }

  @Test
  void shouldNameClassesAfterIdeas() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl|V2)$")
            .because("such a name hides which idea owns the code"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
