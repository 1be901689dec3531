package org.linli.loan.whatif;

import java.util.List;
import org.linli.starter.web.ProblemException;

/** A run that was not started, as a problem. */
record StartRefusals() implements WhatIfStart.Cases<WhatIfRun> {
    @Override
    public WhatIfRun started(WhatIfRun run) {
        return run;
    }

    @Override
    public WhatIfRun unknownSource(List<String> known) {
        throw ProblemException.invalidParameter("source", "unknown (expected: one of " + known + ")");
    }

    @Override
    public WhatIfRun unknownVersion() {
        throw ProblemException.notFound();
    }

    @Override
    public WhatIfRun oneIsRunning() {
        throw ProblemException.conflict("what-if-running");
    }

    @Override
    public WhatIfRun tooMany(long cases, long most) {
        throw ProblemException.refused("what-if-too-large", cases, most);
    }
}
