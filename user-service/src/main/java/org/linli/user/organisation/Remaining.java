package org.linli.user.organisation;

import java.util.ArrayList;
import java.util.List;
import org.linli.starter.web.FieldProblem;

/** What still belongs to a node that should close. */
record Remaining(long outlets, long staff, long merchants) {
    boolean isNothing() {
        return outlets == 0 && staff == 0 && merchants == 0;
    }

    /** One entry per kind of which something is left, its count as the detail. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        add(problems, "outlets", outlets);
        add(problems, "staff", staff);
        add(problems, "merchants", merchants);
        return problems;
    }

    private static void add(List<FieldProblem> problems, String kind, long count) {
        if (count > 0) {
            problems.add(new FieldProblem(kind, "remaining", String.valueOf(count)));
        }
    }
}
