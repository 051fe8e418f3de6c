package org.meetingrecords.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know of which. */
@AnalyzeClasses(packages = "org.meetingrecords", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.meetingrecords.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theReaderKnowsNoFeature =
      classes()
          .that()
          .resideInAPackage("..read..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "org.meetingrecords.record..",
              "org.meetingrecords.meeting..",
              "org.meetingrecords.statement..",
              "org.meetingrecords.server..",
              "org.meetingrecords.sdl..");

  @ArchTest
  static final ArchRule nobodyKnowsWhoServesOrCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.meetingrecords",
              "org.meetingrecords.server..",
              "org.meetingrecords.cli..",
              "org.meetingrecords.pages..",
              "org.meetingrecords.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.meetingrecords.server..",
              "org.meetingrecords.cli..",
              "org.meetingrecords.pages..",
              "org.meetingrecords.sample..");

  /** The holder of a foreign key knows what it points at, and not the other way round. */
  @ArchTest
  static final ArchRule meetingsNeverHearOfStatements =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.meetingrecords.record..",
              "org.meetingrecords.source..",
              "org.meetingrecords.actor..",
              "org.meetingrecords.person..",
              "org.meetingrecords.forum..",
              "org.meetingrecords.meeting..",
              "org.meetingrecords.delegation..",
              "org.meetingrecords.topic..",
              "org.meetingrecords.instrument..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.meetingrecords.statement..",
              "org.meetingrecords.proposition..",
              "org.meetingrecords.decision..");

  private static final String IMPORTING = "org.meetingrecords.importing.";
  private static final String[] BELOW_THE_FORMATS = {
    IMPORTING + "files..", IMPORTING + "names..", IMPORTING + "loading..", IMPORTING + "staging.."
  };

  /**
   * What is read, what its words mean, what takes it in, what formats share: each on those before.
   */
  @ArchTest
  static final ArchRule importersAreBuiltInLayers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("files")
          .definedBy(IMPORTING + "files..")
          .layer("names")
          .definedBy(IMPORTING + "names..")
          .layer("loading")
          .definedBy(IMPORTING + "loading..")
          .layer("staging")
          .definedBy(IMPORTING + "staging..")
          .whereLayer("files")
          .mayNotAccessAnyLayer()
          .whereLayer("names")
          .mayNotAccessAnyLayer()
          .whereLayer("loading")
          .mayOnlyAccessLayers("files", "names")
          .whereLayer("staging")
          .mayOnlyAccessLayers("files", "names", "loading");

  @ArchTest
  static final ArchRule formatsKnowNothingOfEachOther =
      slices()
          .matching(IMPORTING + "(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(BELOW_THE_FORMATS));

  /** Only the door to importing lists the formats. */
  @ArchTest
  static final ArchRule nobodyInsideKnowsTheDoor =
      noClasses()
          .that()
          .resideInAPackage(IMPORTING + "*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.meetingrecords.importing");
}
