package org.linli.loan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.linli.loan", importOptions = ImportOption.DoNotIncludeTests.class)
class LoanArchitectureTest {
    @ArchTest
    static final ArchRule the_kernel_knows_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("..calculation.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..calculation.kernel", "org.jspecify..");

    @ArchTest
    static final ArchRule calculations_know_no_product_and_no_application = noClasses()
            .that()
            .resideInAPackage("..calculation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..product", "..application", "..merchant");

    @ArchTest
    static final ArchRule products_do_not_know_who_applies = noClasses()
            .that()
            .resideInAPackage("..product")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..application", "..merchant");

    @ArchTest
    static final ArchRule only_the_doors_to_other_services_speak_to_them = noClasses()
            .that()
            .resideOutsideOfPackages("..merchant", "..bureau.client", "..staff")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("feign..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule rules_and_stages_are_free_of_the_web_and_of_spring = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.application\\.(Stage|StageEntry|StagePromises|StageOutcome|Submission|SubmissionOutcome"
                            + "|Applicant|EligibilityPolicy|EligibilityRule|FailedRule|RowOutcome)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.linli.starter.web..");

    @ArchTest
    static final ArchRule who_decides_and_how_votes_count_is_free_of_everything = classes()
            .that()
            .resideInAPackage("..approval.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..approval.kernel", "org.jspecify..");

    @ArchTest
    static final ArchRule decisions_are_free_of_the_web = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.approval\\.(Decision|CommitteeSession|Seat|Vote|Closing|Ruling|Judgement|Basis|Standing"
                            + "|Condition|Appeal|Terms|TermsFault|TermsPolicy|Refusal|ApprovalOutcome|DelegationLimit)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.linli.starter.web..", "org.linli.starter.security..");

    @ArchTest
    static final ArchRule the_application_knows_no_decision = noClasses()
            .that()
            .resideInAPackage("..application")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..approval..");

    @ArchTest
    static final ArchRule files_villages_and_visits_are_judged_without_the_web_and_spring = classes()
            .that()
            .haveNameMatching(
                    ".*\\.(customerfile\\.(GuaranteeRings|Finances|FileFacts|GuarantorVerdict|GuaranteeOutcome)"
                            + "|village\\.(LimitPolicy|Notice|Funnel|CreditOutcome)|marketing\\.(Conversion|MarketingPolicy))")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.springframework..", "org.linli.starter.web..", "org.linli.starter.security..");

    @ArchTest
    static final ArchRule controllers_are_package_private =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule ports_and_paper_know_no_feature = noClasses()
            .that()
            .resideInAnyPackage("..corebank", "..contract.signing", "..contract.paper")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..application", "..contract", "..disbursement", "org.linli.loan.loan");

    @ArchTest
    static final ArchRule features_form_no_circle =
            slices().matching("org.linli.loan.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule money_is_never_a_floating_point_number = noFields()
            .that()
            .areDeclaredInClassesThat(resideOutsideOfPackage("..history.statistics"))
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule checks_statements_and_soft_information_are_plain_java = classes()
            .that()
            .resideInAnyPackage("..crosscheck.kernel", "..investigation.statement", "..investigation.soft")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "jakarta.validation..",
                    "..crosscheck.kernel",
                    "..investigation.statement",
                    "..investigation.soft");

    @ArchTest
    static final ArchRule checks_do_not_know_who_investigates = noClasses()
            .that()
            .resideInAPackage("..crosscheck..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..investigation..", "..application", "..merchant");

    @ArchTest
    static final ArchRule policies_know_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("..policy.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..policy.kernel", "org.jspecify..");

    @ArchTest
    static final ArchRule statistics_know_no_store_and_are_no_decision = classes()
            .that()
            .resideInAPackage("..history.statistics")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "..history.statistics", "..policy.kernel", "org.hipparchus..", "org.jspecify..");
}
