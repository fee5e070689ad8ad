package dev.storywire;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.storywire.topology.kafka.ConsumerGroupReader;
import dev.storywire.topology.kafka.PausingClientSupplier;
import dev.storywire.topology.kafka.TopicReader;
import io.soabase.recordbuilder.core.RecordBuilderGenerated;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Checks that dependencies point down the layers, that the news logic uses no Kafka, no HTTP, no
 * clock and no randomness, and that two classes consume topics. Checks how enum constants are
 * written and how large records are built.
 */
@AnalyzeClasses(packages = "dev.storywire", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String[] NEWS_LOGIC = {
    "dev.storywire.text..",
    "dev.storywire.dedup..",
    "dev.storywire.entities..",
    "dev.storywire.story.."
  };

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("dev.storywire.app..")
          .layer("serve")
          .definedBy("dev.storywire.serve..")
          .layer("replay")
          .definedBy("dev.storywire.replay..")
          .layer("topology")
          .definedBy("dev.storywire.topology..")
          .layer("story")
          .definedBy("dev.storywire.story..")
          .layer("dedup")
          .definedBy("dev.storywire.dedup..")
          .layer("entities")
          .definedBy("dev.storywire.entities..")
          .layer("text")
          .definedBy("dev.storywire.text..")
          .layer("producer")
          .definedBy("dev.storywire.producer..")
          .layer("schemas")
          .definedBy("dev.storywire.schemas..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("serve")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("replay")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("app", "replay")
          .whereLayer("producer")
          .mayOnlyBeAccessedByLayers("app", "replay")
          .whereLayer("story")
          .mayOnlyBeAccessedByLayers("app", "serve", "replay", "topology")
          .whereLayer("dedup")
          .mayOnlyBeAccessedByLayers("app", "topology", "story")
          .whereLayer("entities")
          .mayOnlyBeAccessedByLayers("app", "topology", "story")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("app", "story", "dedup", "entities");

  /** Layers within {@code story}. The service does not use the training code. */
  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_DOWN_IN_STORY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("dev.storywire.app..")
          .layer("service")
          .definedBy("dev.storywire.serve..", "dev.storywire.replay..", "dev.storywire.topology..")
          .layer("learn")
          .definedBy("dev.storywire.story.learn..")
          .layer("lane")
          .definedBy("dev.storywire.story")
          .layer("draft")
          .definedBy("dev.storywire.story.draft..")
          .layer("state")
          .definedBy("dev.storywire.story.state..")
          .layer("link")
          .definedBy("dev.storywire.story.link..")
          .layer("summary")
          .definedBy("dev.storywire.story.summary..")
          .layer("cluster")
          .definedBy("dev.storywire.story.cluster..")
          .layer("vector")
          .definedBy("dev.storywire.story.vector..")
          .layer("trees")
          .definedBy("dev.storywire.story.trees..")
          .layer("prepare")
          .definedBy("dev.storywire.story.prepare..")
          .whereLayer("learn")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("lane")
          .mayOnlyBeAccessedByLayers("app", "service", "learn")
          .whereLayer("draft")
          .mayOnlyBeAccessedByLayers("lane")
          .whereLayer("state")
          .mayOnlyBeAccessedByLayers("app", "service", "learn", "lane", "draft", "link")
          .whereLayer("link")
          .mayOnlyBeAccessedByLayers("lane")
          .whereLayer("summary")
          .mayOnlyBeAccessedByLayers("lane", "draft", "state")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("lane", "learn")
          .whereLayer("vector")
          .mayOnlyBeAccessedByLayers("lane", "learn", "cluster")
          .whereLayer("trees")
          .mayOnlyBeAccessedByLayers("cluster", "learn")
          .whereLayer("prepare")
          .mayOnlyBeAccessedByLayers(
              "app", "service", "learn", "lane", "draft", "state", "link", "summary", "cluster",
              "vector");

  /** The service does not train or evaluate models. */
  @ArchTest
  static final ArchRule ONLY_COMMANDS_LEARN =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.storywire.entities.learn..",
              "dev.storywire.dedup.learn..",
              "dev.storywire.story.learn..",
              "dev.storywire.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.storywire.entities.learn..",
              "dev.storywire.dedup.learn..",
              "dev.storywire.story.learn..");

  /** Layers within {@code app}: the command line uses the commands, these use the services. */
  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_DOWN_IN_APP =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("storywire")
          .definedBy("dev.storywire.app")
          .layer("models")
          .definedBy("dev.storywire.app.models..")
          .layer("bench")
          .definedBy("dev.storywire.app.bench..")
          .layer("demo")
          .definedBy("dev.storywire.app.demo..")
          .layer("replay")
          .definedBy("dev.storywire.app.replay..")
          .layer("doctor")
          .definedBy("dev.storywire.app.doctor..")
          .layer("client")
          .definedBy("dev.storywire.app.client..")
          .layer("edit")
          .definedBy("dev.storywire.app.edit..")
          .layer("ingest")
          .definedBy("dev.storywire.app.ingest..")
          .layer("find")
          .definedBy("dev.storywire.app.find..")
          .layer("audit")
          .definedBy("dev.storywire.app.audit..")
          .layer("service")
          .definedBy("dev.storywire.app.service..")
          .layer("webhooks")
          .definedBy("dev.storywire.app.webhooks..")
          .layer("settings")
          .definedBy("dev.storywire.app.settings..")
          .layer("broker")
          .definedBy("dev.storywire.app.broker..")
          .layer("process")
          .definedBy("dev.storywire.app.process..")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("bench")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("storywire", "models")
          .whereLayer("replay")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("doctor")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("client")
          .mayOnlyBeAccessedByLayers("storywire", "doctor")
          .whereLayer("edit")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("storywire", "replay")
          .whereLayer("find")
          .mayOnlyBeAccessedByLayers("storywire")
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("storywire", "demo", "replay")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("storywire", "demo", "replay", "bench")
          .whereLayer("webhooks")
          .mayOnlyBeAccessedByLayers("service")
          .whereLayer("settings")
          .mayOnlyAccessLayers("broker", "process")
          .whereLayer("broker")
          .mayOnlyAccessLayers("process")
          .whereLayer("process")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.storywire.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NEWS_LOGIC_USES_NO_KAFKA_AND_NO_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(NEWS_LOGIC)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.javalin..", "java.net..", "picocli..");

  @ArchTest
  static final ArchRule NEWS_LOGIC_USES_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(NEWS_LOGIC)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now");

  @ArchTest
  static final ArchRule NEWS_LOGIC_USES_NO_RANDOMNESS =
      noClasses()
          .that()
          .resideInAnyPackage(NEWS_LOGIC)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule CONSUMERS_ARE_IN_THESE_CLASSES =
      noClasses()
          .that()
          .doNotBelongToAnyOf(
              TopicReader.class, ConsumerGroupReader.class, PausingClientSupplier.class)
          .and()
          .areNotAssignableTo(KafkaConsumer.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(KafkaConsumer.class);

  @ArchTest
  static final ArchRule ENUM_CONSTANTS_ARE_UPPER_CASE =
      fields()
          .that(
              describe(
                  "enum constants",
                  (JavaField field) ->
                      field.getOwner().isEnum() && field.getRawType().equals(field.getOwner())))
          .should()
          .haveNameMatching("[A-Z][A-Z0-9_]*")
          .because("@EnumNaming sets their JSON spelling");

  /** Largest number of arguments of a constructor; larger records have builders. */
  private static final int MAX_ARGUMENTS = 9;

  @ArchTest
  static final ArchRule LARGE_RECORDS_ARE_BUILT_BY_NAME =
      noClasses()
          .that()
          .areNotAnnotatedWith(RecordBuilderGenerated.class)
          .should()
          .callConstructorWhere(
              describe(
                  "a constructor of this project gets more than %d arguments"
                      .formatted(MAX_ARGUMENTS),
                  (JavaConstructorCall call) ->
                      call.getTargetOwner().getPackageName().startsWith("dev.storywire")
                          && call.getTarget().getRawParameterTypes().size() > MAX_ARGUMENTS))
          .because("two arguments of one type are easily confused");
}
