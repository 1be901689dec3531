package org.linli.geosearch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies that the packages' descriptions promise. */
@AnalyzeClasses(packages = "org.linli.geosearch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_index_knows_nobody = noClasses()
            .that()
            .resideInAPackage("..geosearch.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..geosearch.cells..", "..geosearch.projection..", "..geosearch.nearby..", "org.linli.events..");

    @ArchTest
    static final ArchRule cells_know_the_index_only = noClasses()
            .that()
            .resideInAPackage("..geosearch.cells..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..geosearch.projection..", "..geosearch.nearby..");

    @ArchTest
    static final ArchRule projections_do_not_know_the_search = noClasses()
            .that()
            .resideInAPackage("..geosearch.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..geosearch.nearby..");

    @ArchTest
    static final ArchRule only_the_index_package_speaks_elasticsearch = noClasses()
            .that()
            .resideOutsideOfPackage("..geosearch.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule only_projections_read_events_and_mongo = noClasses()
            .that()
            .resideOutsideOfPackage("..geosearch.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.linli.events..", "com.mongodb..", "org.springframework.data..");

    @ArchTest
    static final ArchRule the_search_shows_only_http =
            classes().that().resideInAPackage("..geosearch.nearby..").should().notBePublic();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that()
            .resideInAPackage("org.linli.geosearch..")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("DTO");
}
