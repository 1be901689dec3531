package org.linli.localstack.access;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a {@link ScopeWalk} tries to reach. What nobody has reached is as good as new, so one serves all
 * attempts until one of them reaches it: most of a walk's attempts must fail, and to plant is what takes its time.
 */
public final class Planted<T> {
    private final Callable<T> plant;
    private @Nullable T thing;

    public Planted(Callable<T> plant) {
        this.plant = plant;
    }

    /** The thing nobody has reached yet, planted now if need be. */
    public T get() throws Exception {
        T unreached = thing;
        if (unreached == null) {
            unreached = plant.call();
            thing = unreached;
        }
        return unreached;
    }

    void wasReached() {
        thing = null;
    }
}
