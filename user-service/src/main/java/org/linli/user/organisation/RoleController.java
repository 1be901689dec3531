package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.access.Role;
import org.linli.user.access.Roles;
import org.linli.user.access.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles of staff: the built-in ones to look at, the bank's own to make and change. A role holds everywhere. */
@RestController
@RequestMapping("/api/v1/admin/roles")
class RoleController {
    private final Roles roles;
    private final StaffSearch search;
    private final CallingBackTokens callingBack;

    RoleController(Roles roles, StaffSearch search, CallingBackTokens callingBack) {
        this.roles = roles;
        this.search = search;
        this.callingBack = callingBack;
    }

    record Names(
            @NotBlank @Size(max = 50) @Pattern(regexp = "\\P{Cntrl}*") String zh,

            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String en) {}

    record Change(
            @NotNull @Valid Names name,
            @NotNull @Size(min = 1, max = 200) Set<@NotNull @Size(max = 64) String> permissions,
            boolean headOfficeOnly) {
        Role.Content content() {
            return new Role.Content(name.zh(), name.en(), new TreeSet<>(permissions), headOfficeOnly);
        }
    }

    record Form(
            @NotNull @Pattern(regexp = StaffForms.ROLE) String code,
            @NotNull @Valid Names name,
            @NotNull @Size(min = 1, max = 200) Set<@NotNull @Size(max = 64) String> permissions,
            boolean headOfficeOnly) {
        Role.Content content() {
            return new Change(name, permissions, headOfficeOnly).content();
        }
    }

    record Answer(String code, @Nullable Names name, Set<String> permissions, boolean headOfficeOnly, boolean builtIn) {
        static Answer of(Role role) {
            Role.Content content = role.content();
            return new Answer(
                    role.code(),
                    new Names(content.nameZh(), content.nameEn()),
                    content.permissions(),
                    content.headOfficeOnly(),
                    false);
        }
    }

    private Answer builtIn(StaffRole role) {
        return new Answer(
                role.name(), null, new TreeSet<>(roles.permissionsOf(role.name())), !role.mayBelongTo("branch"), true);
    }

    @Allowed("role.read")
    @GetMapping
    Page<Answer> list() {
        return new Page<>(
                Stream.concat(
                                Arrays.stream(StaffRole.values()).map(this::builtIn),
                                roles.own().stream().map(Answer::of))
                        .toList(),
                null);
    }

    @Allowed("role.read")
    @GetMapping("/{code}")
    ResponseEntity<Answer> one(@PathVariable String code) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(code))
                .findFirst()
                .map(role -> ResponseEntity.ok(builtIn(role)))
                .orElseGet(() -> answer(HttpStatus.OK, code));
    }

    @Allowed("role.manage")
    @PostMapping
    ResponseEntity<Answer> make(Caller caller, @Valid @RequestBody Form form) {
        requireMayHandOut(caller, form.code(), form.permissions());
        expectDone(roles.make(form.code(), form.content()));
        return answer(HttpStatus.CREATED, form.code());
    }

    @Allowed("role.manage")
    @PutMapping("/{code}")
    ResponseEntity<Answer> change(
            Caller caller,
            @PathVariable String code,
            @RequestHeader("If-Match") @Size(max = 32) String ifMatch,
            @Valid @RequestBody Change form) {
        requireMayHandOut(caller, code, form.permissions());
        expectDone(roles.change(code, form.content(), revision(ifMatch)));
        callingBack.ofRole(code);
        return answer(HttpStatus.OK, code);
    }

    @Allowed("role.manage")
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Caller caller, @PathVariable String code) {
        requireMayHandOut(caller, code, Set.of());
        if (roles.find(code).isPresent() && !search.having(code).isEmpty()) {
            throw ProblemException.conflict("role-in-use");
        }
        expectDone(roles.drop(code));
        // Someone may have got it between the question and the answer.
        callingBack.ofRole(code);
    }

    /** Nobody widens a role of their own, nor puts into one what they do not have, unless they manage all staff. */
    private static void requireMayHandOut(Caller caller, String code, Set<String> permissions) {
        String everywhere = Organisations.HEAD_OFFICE_PATH;
        StaffForms.requireScope(caller, everywhere);
        if (caller.has(code)) {
            throw ProblemException.refused("own-case");
        }
        if (!caller.may(Granting.MANAGE, everywhere)
                && !permissions.stream().allMatch(one -> caller.may(one, everywhere))) {
            throw ProblemException.refused("grants-beyond-own");
        }
    }

    private static void expectDone(Roles.Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case TAKEN -> throw ProblemException.conflict("role-exists");
            case TOO_MANY -> throw ProblemException.conflict("too-many-roles");
            case STALE -> throw ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
            case UNKNOWN -> throw ProblemException.notFound();
            case PERMISSION_UNKNOWN -> throw ProblemException.refused("permission-unknown");
        }
    }

    private static int revision(String ifMatch) {
        String digits = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private ResponseEntity<Answer> answer(HttpStatus status, String code) {
        Role role = roles.find(code).orElseThrow(ProblemException::notFound);
        return ResponseEntity.status(status)
                .eTag(String.valueOf(role.revision()))
                .body(Answer.of(role));
    }
}
