package org.linli.user;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.linli.user", importOptions = ImportOption.DoNotIncludeTests.class)
class UserArchitectureTest {
    @ArchTest
    static final ArchRule branches_know_no_people = noClasses()
            .that()
            .resideInAPackage("..user.branch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..user.identity",
                    "..user.organisation",
                    "..user.outlet",
                    "..user.login",
                    "..user.token",
                    "..user.privacy");

    @ArchTest
    static final ArchRule tokens_know_no_person_and_no_store_of_persons = noClasses()
            .that()
            .resideInAPackage("..user.token")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..user.identity", "..user.organisation", "..user.login", "..user.privacy");

    @ArchTest
    static final ArchRule identities_do_not_know_how_anyone_logs_in = noClasses()
            .that()
            .resideInAnyPackage("..user.identity", "..user.organisation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..user.login", "..user.token", "..user.sms");

    @ArchTest
    static final ArchRule nobody_depends_on_logins = noClasses()
            .that()
            .resideOutsideOfPackage("..user.login")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..user.login");

    @ArchTest
    static final ArchRule only_four_packages_call_the_outside = noClasses()
            .that()
            .resideOutsideOfPackages("..user.login", "..user.sms", "..user.binding", "..user.merchants")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule rules_are_free_of_spring_and_of_the_web = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(Lockout|Branch|BranchDetails|User|Consents|Profile|BankCustomer|Team|Invitation|CustomerFile|Membership|StaffRole|LoginResult|Changing|OrganisationNode|PendingChange|Outlet|OutletDetails|OpeningHours|HoursText)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.linli.starter.web..");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule controllers_are_package_private =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule features_form_no_circle =
            slices().matching("org.linli.user.(*)..").should().beFreeOfCycles();
}
