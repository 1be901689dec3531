package org.linli.user.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The organisation tree: head office, and the branches below it. */
@Component
public class Organisations {
    static final String HEAD_OFFICE = Branch.HEAD_OFFICE;

    /** A node of the tree. */
    record Organisation(String id, String name, @Nullable String parentId, String path, String kind) {}

    private final Branches branches;
    private final MessageSource messages;

    Organisations(Branches branches, MessageSource messages) {
        this.branches = branches;
        this.messages = messages;
    }

    static String pathOf(String organisationId) {
        return Branch.pathOf(organisationId);
    }

    boolean exists(String organisationId) {
        return HEAD_OFFICE.equals(organisationId)
                || branches.find(organisationId)
                        .filter(branch -> !branch.isClosed())
                        .isPresent();
    }

    /** These nodes and those below them, in the order of their paths. */
    List<Organisation> below(List<String> paths) {
        String name = messages.getMessage("organisation.head-office", null, LocaleContextHolder.getLocale());
        Organisation headOffice = new Organisation(HEAD_OFFICE, name, null, pathOf(HEAD_OFFICE), "HEAD_OFFICE");
        Stream<Organisation> open = branches.all().stream()
                .filter(branch -> !branch.isClosed())
                .map(branch -> new Organisation(
                        branch.id(), branch.details().name(), HEAD_OFFICE, branch.organisationPath(), "BRANCH"));
        return Stream.concat(Stream.of(headOffice), open)
                .filter(organisation -> paths.stream().anyMatch(organisation.path()::startsWith))
                .sorted(Comparator.comparing(Organisation::path))
                .toList();
    }
}
