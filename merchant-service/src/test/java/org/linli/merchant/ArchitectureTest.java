package org.linli.merchant;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.linli.merchant", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInCircles =
            slices().matching("org.linli.merchant.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresUseOnlyWhatTheirPackageAllows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sameperson")
            .definedBy("..merchant.sameperson..")
            .whereLayer("sameperson")
            .mayNotAccessAnyLayer()
            .layer("forgetting")
            .definedBy("..merchant.forgetting..")
            .whereLayer("forgetting")
            .mayOnlyAccessLayers("sameperson")
            .layer("foureyes")
            .definedBy("..merchant.foureyes..")
            .layer("category")
            .definedBy("..merchant.category..")
            .layer("branch")
            .definedBy("..merchant.branch..")
            .layer("dossier")
            .definedBy("..merchant.dossier..")
            .layer("draft")
            .definedBy("..merchant.draft..")
            .layer("correspondence")
            .definedBy("..merchant.correspondence..")
            .layer("stock")
            .definedBy("..merchant.stock..")
            .layer("grouping")
            .definedBy("..merchant.grouping..")
            .layer("onboarding")
            .definedBy("..merchant.onboarding..")
            .layer("offer")
            .definedBy("..merchant.offer..")
            .layer("coupon")
            .definedBy("..merchant.coupon..")
            .layer("redemption")
            .definedBy("..merchant.redemption..")
            .layer("expiry")
            .definedBy("..merchant.expiry..")
            .layer("gift")
            .definedBy("..merchant.gift..")
            .layer("importing")
            .definedBy("..merchant.importing..")
            .layer("insight")
            .definedBy("..merchant.insight..")
            .layer("subsidy")
            .definedBy("..merchant.subsidy..")
            .layer("favourite")
            .definedBy("..merchant.favourite..")
            .layer("review")
            .definedBy("..merchant.review..")
            .layer("report")
            .definedBy("..merchant.report..")
            .layer("campaign")
            .definedBy("..merchant.campaign..")
            .layer("points")
            .definedBy("..merchant.points..")
            .layer("participation")
            .definedBy("..merchant.participation..")
            .layer("audience")
            .definedBy("..merchant.audience..")
            .whereLayer("campaign")
            .mayOnlyAccessLayers("offer", "onboarding", "foureyes", "audience")
            .whereLayer("points")
            .mayOnlyAccessLayers("sameperson")
            .whereLayer("participation")
            .mayOnlyAccessLayers(
                    "forgetting", "campaign", "coupon", "points", "review", "offer", "audience", "sameperson")
            .layer("abuse")
            .definedBy("..merchant.abuse..")
            .whereLayer("abuse")
            .mayOnlyAccessLayers("onboarding", "foureyes")
            .whereLayer("audience")
            .mayOnlyAccessLayers("onboarding", "branch", "category")
            .whereLayer("favourite")
            .mayOnlyAccessLayers("forgetting", "offer", "onboarding", "sameperson")
            .whereLayer("review")
            .mayOnlyAccessLayers("forgetting", "coupon", "onboarding", "foureyes", "sameperson")
            .whereLayer("report")
            .mayOnlyAccessLayers("forgetting", "coupon", "offer", "onboarding", "foureyes")
            .whereLayer("insight")
            .mayOnlyAccessLayers("offer", "onboarding")
            .whereLayer("subsidy")
            .mayOnlyAccessLayers("onboarding")
            .whereLayer("foureyes")
            .mayNotAccessAnyLayer()
            .whereLayer("category")
            .mayNotAccessAnyLayer()
            .whereLayer("branch")
            .mayNotAccessAnyLayer()
            .whereLayer("dossier")
            .mayOnlyAccessLayers("category")
            .whereLayer("draft")
            .mayOnlyAccessLayers("onboarding", "dossier", "category", "branch")
            .whereLayer("correspondence")
            .mayOnlyAccessLayers("onboarding")
            .whereLayer("grouping")
            .mayNotAccessAnyLayer()
            .whereLayer("stock")
            .mayNotAccessAnyLayer()
            .whereLayer("onboarding")
            .mayOnlyAccessLayers("category", "branch", "foureyes", "dossier")
            .whereLayer("offer")
            .mayOnlyAccessLayers("onboarding", "branch", "category", "stock", "foureyes", "audience")
            .whereLayer("coupon")
            .mayOnlyAccessLayers("grouping", "offer", "onboarding", "stock", "audience", "abuse", "sameperson")
            .whereLayer("redemption")
            .mayOnlyAccessLayers("coupon", "offer")
            .whereLayer("expiry")
            .mayOnlyAccessLayers("coupon")
            .whereLayer("gift")
            .mayOnlyAccessLayers("coupon", "offer")
            .whereLayer("importing")
            .mayOnlyAccessLayers("onboarding", "offer", "category");

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule aggregatesAreToldTheTime = noClasses()
            .that()
            .areAssignableTo(org.linli.starter.outbox.AggregateRoot.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule verbsInsteadOfSetters =
            noMethods().that().areDeclaredInClassesThat(alwaysTrue()).should().haveNameMatching("set[A-Z].*");
}
