package org.linli.wechat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.linli.wechat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Fails when a layer is empty: a rule that guards nothing guards nobody. */
    @ArchTest
    static final ArchRule FEATURES_USE_WHAT_THEIR_PACKAGE_INFO_ALLOWS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.linli.wechat..")
            .layer("account")
            .definedBy("..account..")
            .layer("message")
            .definedBy("..message..")
            .layer("dependency")
            .definedBy("..dependency..")
            .layer("callback")
            .definedBy("..callback..")
            .layer("delivery")
            .definedBy("..delivery..")
            .layer("conversation")
            .definedBy("..conversation..")
            .layer("nearby")
            .definedBy("..nearby..")
            .layer("loans")
            .definedBy("..loans..")
            .layer("follower")
            .definedBy("..follower..")
            .layer("customerservice")
            .definedBy("..customerservice..")
            .whereLayer("callback")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("callback")
            .whereLayer("conversation")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("customerservice")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("nearby")
            .mayOnlyBeAccessedByLayers("conversation")
            .whereLayer("loans")
            .mayOnlyBeAccessedByLayers("conversation")
            .whereLayer("follower")
            .mayOnlyBeAccessedByLayers("conversation");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.linli.wechat.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WECHATS_XML_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..callback..", "..customerservice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("me.chanjar..", "com.thoughtworks..");

    /** The account answered for the wrong person when it travelled in a thread. */
    @ArchTest
    static final ArchRule NOTHING_TRAVELS_IN_A_THREAD =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_BUSINESS =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();
}
