package org.linli.user.outlet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Machines of one kind that stand in an outlet. */
public record Machine(Kind kind, int count) {
    static final int MOST_OF_A_KIND = 50;
    static final int MOST_ENTRIES = 10;

    /** What a machine does: pays out, pays out and takes in, serves by video, replaces a counter. */
    public enum Kind {
        ATM,
        CRS,
        VTM,
        SMART_COUNTER
    }

    public Machine {
        if (count < 1 || count > MOST_OF_A_KIND) {
            throw new IllegalArgumentException("machines: " + count + " (expected: 1 to " + MOST_OF_A_KIND + ")");
        }
    }

    /**
     * Reads what a file says, such as {@code ATM:2;CRS:1}; empty text is no machine.
     *
     * @throws IllegalArgumentException when it says anything else
     */
    public static List<Machine> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return checked(Arrays.stream(text.split(";", -1)).map(Machine::one).toList());
    }

    private static Machine one(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 2 || !parts[1].strip().matches("\\d{1,3}")) {
            throw new IllegalArgumentException("machines: " + text.strip() + " (expected: KIND:COUNT)");
        }
        return new Machine(Kind.valueOf(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }

    /** Each kind once, in a fixed order, so that the same machines are equal. */
    public static List<Machine> checked(List<Machine> machines) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Machine machine : machines) {
            if (!kinds.add(machine.kind)) {
                throw new IllegalArgumentException("machines: " + machine.kind + " twice (expected: once)");
            }
        }
        List<Machine> ordered = new ArrayList<>(machines);
        ordered.sort((one, other) -> one.kind.compareTo(other.kind));
        return List.copyOf(ordered);
    }
}
