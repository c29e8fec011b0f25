package motcua.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "motcua.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("motcua.ingest.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package in a cycle cannot be read or tested alone");

  @ArchTest
  static final ArchRule mappingIsPure =
      noClasses()
          .that()
          .resideInAPackage("motcua.ingest.mapping..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.slf4j..", "java.nio.file..", "java.sql..")
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
              "the same bytes, settings and clock must give the same record, and a log line could leak a value");

  @ArchTest
  static final ArchRule offsetsKnowTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("motcua.ingest.offset..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "motcua.ingest.offset..")
          .because("stored offsets outlive every library");

  @ArchTest
  static final ArchRule sourceKnowsBytesOnly =
      classes()
          .that()
          .resideInAPackage("motcua.ingest.source..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "motcua.ingest.source..", "motcua.ingest.offset..")
          .because("a new way in must not touch the meaning of records");

  @ArchTest
  static final ArchRule noRegistryInMainCode =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.apicurio..", "io.confluent..")
          .because("the registry's serializer is chosen by class name in the settings");

  @ArchTest
  static final ArchRule neverTheStreamsApp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("motcua.core..", "motcua.topology..", "motcua.codec..")
          .because(
              "the connector knows only the record in hand; interpretation belongs to the streams core");

  @ArchTest
  static final ArchRule noKafkaInternals =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..internals..", "org.apache.kafka.connect.runtime..")
          .because("internals change without notice");

  @ArchTest
  static final ArchRule noStaticMutableState =
      fields().that().areStatic().should().beFinal().because("several tasks run in one JVM");

  @ArchTest
  static final ArchRule namesSayWhatTheyAre =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl|V2)$")
          .because("such a name hides which idea owns the code");
}
