package motcua;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Package rules of the application; each says why. Run as plain tests: ArchUnit's own engine is not
 * picked up by surefire and would pass by not running.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("motcua");

  private static final Set<Class<?>> TIME =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class,
          Clock.class);

  /** One test for each rule of this class. */
  @TestFactory
  Stream<DynamicTest> shouldHold() {
    return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
        .filter(field -> field.getType() == ArchRule.class)
        .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(CLASSES)));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    return (ArchRule) field.get(null);
  }

  static final ArchRule CORE_KNOWS_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage("motcua.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "motcua.core..",
              // Functions of numbers: the evidence of an alert.
              "org.apache.commons.numbers..",
              "java.lang..",
              "java.math..",
              "java.nio.charset..",
              "java.security..",
              "java.text..",
              "java.time..",
              "java.util..")
          .because(
              "the rules are decided without Kafka, database, files or logs, and so are tested and rebuilt without them");

  static final ArchRule CORE_STARTS_NO_THREADS =
      noClasses()
          .that()
          .resideInAPackage("motcua.core..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.concurrent..", "java.util.logging..")
                  .or(
                      DescribedPredicate.describe(
                          "Thread", type -> type.isAssignableTo(Thread.class))))
          .because("a journal is a function of its input, whoever runs it");

  static final ArchRule CORE_ASKS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("motcua.core..")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("ask the system's clock", ArchitectureTest::asksTheClock))
          .because(
              "time enters the core as a value: a rebuild next year must give the same journal");

  static final ArchRule CORE_DRAWS_NO_RANDOM_NUMBERS =
      noClasses()
          .that()
          .resideInAPackage("motcua.core..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.UUID")
          .because("the same events must give the same figures");

  static final ArchRule FORMS_KNOW_THE_LEDGER_ONLY =
      classes()
          .that()
          .resideInAPackage("motcua.core.form..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "motcua.core.form..", "motcua.core.ledger..", "java.lang..", "java.util..")
          .because(
              "a preset regroups columns for printing: what counts in a column is the ledger's matter, or one dossier would be counted two ways");

  static final ArchRule DEFINITIONS_INDICES_AND_SCORES_KNOW_FIGURES_ONLY =
      classes()
          .that()
          .resideInAnyPackage(
              "motcua.core.definition..", "motcua.core.index..", "motcua.core.score..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "motcua.core.definition..",
              "motcua.core.index..",
              "motcua.core.score..",
              "motcua.core.form..",
              "motcua.core.ledger..",
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..")
          .because(
              "they judge figures the ledger has booked: whoever folded dossiers here would have a second ledger");

  static final ArchRule DEFINITIONS_INDICES_AND_SCORES_STAND_ALONE =
      slices()
          .matching("motcua.core.(definition|index|score)..")
          .should()
          .notDependOnEachOther()
          .because(
              "a decision's points, an index and a definition change for different reasons; index 2.1 is given its ratio");

  static final ArchRule ONLY_POSTGRES_KNOWS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.readmodel.postgres..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.flywaydb.."))
          .because(
              "questions to the read model are ports; the database behind them is one package's matter");

  static final ArchRule ONLY_POSTGRES_AND_THE_APP_KNOW_THE_DRIVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.readmodel.postgres..")
          .and()
          .doNotHaveFullyQualifiedName("motcua.Databases")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.postgresql..", "com.zaxxer.."))
          .because("the composition root makes the connections, everybody else is given them");

  static final ArchRule ONLY_METRICS_KNOWS_MICROMETER =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.metrics..")
          .and()
          .doNotHaveFullyQualifiedName("motcua.StreamsRole")
          .should()
          .dependOnClassesThat(resideInAPackage("io.micrometer.."))
          .because("meters stand in one catalogue, or dashboards and code drift apart");

  static final ArchRule ONLY_HTTP_KNOWS_THE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.http..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."))
          .because("the HTTP library can be replaced without touching a figure");

  static final ArchRule NOBODY_KNOWS_A_REGISTRY_CLIENT =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.apicurio..", "io.confluent.."))
          .because(
              "serializers are chosen by class name in configuration, so that either registry serves");

  static final ArchRule NOBODY_KNOWS_KAFKA_INTERNALS =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..internals.."))
          .because("internals change without notice");

  static final ArchRule READ_MODEL_KNOWS_NO_CALLER =
      noClasses()
          .that()
          .resideInAPackage("motcua.readmodel..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.topology..",
                  "motcua.runtime..",
                  "motcua.report..",
                  "motcua.audit..",
                  "motcua.http..",
                  "motcua.metrics..",
                  "motcua.config.."))
          .because(
              "it is read by reports and HTTP and fed by topics; it knows neither who reads nor who writes");

  static final ArchRule THE_RECOUNT_SHARES_NOTHING_WITH_THE_PROCESSORS =
      classes()
          .that()
          .resideInAPackage("motcua.audit.recount..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "motcua.audit.recount..",
              "motcua.schemas.events..",
              "motcua.core.calendar..",
              "motcua.core.policy..",
              "motcua.core.unit..",
              "motcua.core.interpretation..",
              "motcua.core.dossier..",
              "com.fasterxml.jackson..",
              "java..")
          .because(
              "a mistake in the journal, the measures or a codec must not be repeated by whoever looks for it");

  static final ArchRule THE_AUDIT_COMPARES_FROM_OUTSIDE =
      noClasses()
          .that()
          .resideInAPackage("motcua.audit..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.core.journal..",
                  "motcua.core.ledger..",
                  "motcua.topology..",
                  "motcua.codec..",
                  "motcua.runtime..",
                  "motcua.report..",
                  "motcua.readmodel.postgres..",
                  "org.apache.kafka.."))
          .because(
              "it is told where the log and the books are, and works out everything else itself");

  static final ArchRule PUBLISHING_KNOWS_NO_STORE_AND_NO_CALLER =
      noClasses()
          .that()
          .resideInAPackage("motcua.snapshot..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.config..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "what may be published is decided the same for the page, a command and the schedule, wherever it is kept");

  static final ArchRule HANDLING_KNOWS_NO_STORE_AND_NO_CALLER =
      noClasses()
          .that()
          .resideInAPackage("motcua.alert..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.config..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "what may be done with an alert is decided the same for the page and a message, wherever it is kept and sent");

  static final ArchRule COVERAGE_KNOWS_NO_STORE_AND_NO_CALLER =
      noClasses()
          .that()
          .resideInAPackage("motcua.coverage..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.metrics..",
                  "motcua.config..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "whether figures are stale is judged the same for the page and the meters, by the rule that alerts go by");

  static final ArchRule LIVE_FIGURES_KNOW_QUESTIONS_NOT_DATABASES_OR_PAGES =
      noClasses()
          .that()
          .resideInAPackage("motcua.live..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.metrics..",
                  "motcua.config..",
                  "motcua.codec..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "io.javalin..",
                  "org.apache.kafka.."))
          .because(
              "what is shown live is drawn from ports and handed to whoever listens, so that it can be tested without a server or a database");

  static final ArchRule NOBODY_PROCESSES_BY_THE_RECOUNT =
      noClasses()
          .that()
          .resideInAnyPackage(
              "motcua.core..", "motcua.codec..", "motcua.topology..", "motcua.report..")
          .should()
          .dependOnClassesThat(resideInAPackage("motcua.audit.."))
          .because(
              "two tellings of one rule are worth something only while neither leans on the other");

  static final ArchRule REPORTS_KNOW_QUESTIONS_NOT_DATABASES =
      noClasses()
          .that()
          .resideInAPackage("motcua.report..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "motcua.metrics..",
                  "motcua.config..",
                  "org.apache.kafka.."))
          .because("a report is drawn from the read model's port and nothing else");

  static final ArchRule RECONCILING_WRITES_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("motcua.reconciliation..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.snapshot..",
                  "motcua.http..",
                  "motcua.config..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "it draws reports and lists dossiers, the same for the page, a command and the demo, and has no way to change either");

  static final ArchRule NOTIFYING_KNOWS_NO_STORE_AND_NO_CALLER =
      noClasses()
          .that()
          .resideInAPackage("motcua.notify..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.http..",
                  "motcua.config..",
                  "motcua.metrics..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "what was decided is in the outbox: whoever sends it needs the port, and nothing that decides");

  static final ArchRule NOTIFYING_TAKES_NO_ACTS =
      noClasses()
          .that()
          .resideInAPackage("motcua.notify..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("motcua.alert..")
                  .and(
                      DescribedPredicate.describe(
                          "say more than figures",
                          type ->
                              !Set.of("LateFigures", "FieldLate")
                                  .contains(type.getName().split("[.$]")[2]))))
          .because(
              "a letter and the page say the same figures; what is done about an alert is the matter of people");

  static final ArchRule ONLY_NOTIFYING_KNOWS_MAIL =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.notify..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."))
          .because(
              "messages leave through the outbox only, where each is marked before it is sent");

  static final ArchRule TRYING_RULES_SENDS_AND_KEEPS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("motcua.backtest..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.notify..",
                  "motcua.codec..",
                  "motcua.http..",
                  "motcua.config..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "org.apache.kafka.."))
          .because(
              "a rule that is tried must not tell anybody; it reads one port and has no way to send or write");

  static final ArchRule HTTP_ASKS_PORTS =
      noClasses()
          .that()
          .resideInAPackage("motcua.http..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.readmodel.postgres..",
                  "motcua.topology..",
                  "motcua.runtime..",
                  "motcua.metrics..",
                  "motcua.config..",
                  "motcua.codec..",
                  "org.apache.kafka.."))
          .because(
              "pages and clients see representations; storage and streams may change behind them");

  static final ArchRule EXPORTS_KNOW_DOCUMENTS_ONLY =
      classes()
          .that()
          .resideInAPackage("motcua.export..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "motcua.export..",
              "motcua.core..",
              "java..",
              "org.apache.poi..",
              "org.apache.xmlbeans..",
              "org.openxmlformats.schemas..",
              "org.openpdf..",
              "org.librepdf..")
          .because("what is printed is decided before it; it knows pages and file formats");

  static final ArchRule ONLY_EXPORTS_KNOW_FILE_FORMATS =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua.export..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.poi..", "org.openpdf..", "org.librepdf.."))
          .because("a library of office files can be replaced without touching a report");

  static final ArchRule CODECS_KNOW_NO_STREAMS =
      noClasses()
          .that()
          .resideInAPackage("motcua.codec..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.topology..",
                  "motcua.runtime..",
                  "motcua.readmodel..",
                  "motcua.report..",
                  "motcua.http..",
                  "motcua.config..",
                  "org.apache.kafka.streams.."))
          .because("formats outlive the code that uses them");

  static final ArchRule TOPOLOGY_KNOWS_NO_CONFIGURATION =
      noClasses()
          .that()
          .resideInAPackage("motcua.topology..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "motcua.config..",
                  "motcua.runtime..",
                  "motcua.readmodel..",
                  "motcua.report..",
                  "motcua.http..",
                  "motcua.metrics.."))
          .because("a topology is built from values, in tests as in production");

  static final ArchRule CONFIGURATION_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("motcua.config..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("motcua..")
                  .and(DescribedPredicate.not(resideInAPackage("motcua.config.."))))
          .because("it is read first and given to others as values");

  static final ArchRule ONLY_MAIN_KNOWS_THE_APP =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("motcua.Main")
          .and()
          .haveNameNotMatching("motcua\\.MotcuaApp.*")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("motcua\\.(MotcuaApp|Main).*")
          .because("the composition root is nobody's service");

  static final ArchRule NOBODY_KNOWS_THE_WIRING =
      noClasses()
          .that()
          .resideOutsideOfPackage("motcua")
          .should()
          .dependOnClassesThat(resideInAPackage("motcua"))
          .because(
              "what a role is made of is the composition root's matter: parts are given what they need as values and ports, and other modules start MotcuaApp");

  static final ArchRule ONLY_MAIN_EXITS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("motcua.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("two applications must fit in one process");

  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("motcua.schemas..")
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.<JavaField>be(
                  DescribedPredicate.describe(
                      "final", field -> field.getModifiers().contains(JavaModifier.FINAL))))
          .because("two applications must fit in one process");

  static final ArchRule NO_DUMPING_GROUNDS =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl|V2)")
          .because("such a name says nothing of what belongs in the class");

  static final ArchRule NO_CYCLES =
      slices()
          .matching("motcua.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that needs its user cannot be understood or tested alone");

  static final ArchRule NO_CYCLES_IN_CORE =
      slices()
          .matching("motcua.core.(*)..")
          .should()
          .beFreeOfCycles()
          .because("an idea that needs its user is not an idea of its own");

  private static boolean asksTheClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String name = access.getName();
    boolean now =
        name.equals("now") && TIME.stream().anyMatch(type -> type.getName().equals(owner));
    boolean system =
        owner.equals(System.class.getName())
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
    return now || system || (owner.equals(Clock.class.getName()) && name.startsWith("system"));
  }
}
