package org.linli.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.linli.starter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule no_domain_word_in_the_starter = noClasses()
            .should()
            .haveSimpleNameContaining("Merchant")
            .orShould()
            .haveSimpleNameContaining("Offer")
            .orShould()
            .haveSimpleNameContaining("Coupon")
            .orShould()
            .haveSimpleNameContaining("Loan")
            .orShould()
            .haveSimpleNameContaining("Branch")
            .orShould()
            .haveSimpleNameContaining("Wechat");

    @ArchTest
    static final ArchRule coordinates_are_plain_java = noClasses()
            .that()
            .resideInAPackage("..starter.geo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule only_configurations_are_told_apart_by_their_name = classes()
            .that()
            .haveSimpleNameEndingWith("Configuration")
            .should()
            .beAnnotatedWith(org.springframework.context.annotation.Configuration.class)
            .orShould()
            .beAnnotatedWith(org.springframework.boot.autoconfigure.AutoConfiguration.class);
}
