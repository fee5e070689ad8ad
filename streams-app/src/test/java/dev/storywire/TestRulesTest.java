package dev.storywire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Timeout;

/** Checks the tests themselves. */
@AnalyzeClasses(packages = "dev.storywire", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {
  @ArchTest
  static final ArchRule INTEGRATION_TESTS_HAVE_A_TIMEOUT =
      classes()
          .that()
          .haveSimpleNameEndingWith("IT")
          .should()
          .beAnnotatedWith(Timeout.class)
          .because("a test that hangs must fail, with its name");

  @ArchTest
  static final ArchRule TESTS_ARE_SKIPPED_WITH_A_PRINTED_REASON =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Requires.class, TestRulesTest.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Assumptions.class, Disabled.class);

  @ArchTest
  static final ArchRule LARGE_RECORDS_ARE_BUILT_BY_NAME =
      LayersTest.LARGE_RECORDS_ARE_BUILT_BY_NAME;

  @ArchTest
  static final ArchRule UNIT_TESTS_NEED_NO_BROKER_DOCKER_BROWSER_OR_DATA =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Test")
          .and()
          .doNotBelongToAnyOf(TestRulesTest.class)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.storywire.app.broker.EmbeddedBroker")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.testcontainers..", "org.openqa.selenium..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Requires.class);
}
