package org.linli.loan.crosscheck;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.CrossCheckSettings.Allowed;
import org.linli.loan.crosscheck.CrossCheckSettings.Sector;
import org.linli.loan.crosscheck.CrossCheckSettings.Version;
import org.linli.loan.crosscheck.kernel.CrossCheck;
import org.linli.loan.crosscheck.kernel.Evidence;
import org.linli.loan.crosscheck.kernel.Parameters;
import org.linli.loan.crosscheck.kernel.Quantity;
import org.linli.loan.crosscheck.kernel.Source;
import org.linli.loan.crosscheck.kernel.Tolerance;
import org.springframework.stereotype.Component;

/** Judges what is known about a business by the tolerances of the day. */
@Component
public class CrossChecks {
    private final List<Version> versions;

    CrossChecks(CrossCheckSettings settings) {
        this.versions = settings.versions();
    }

    /**
     * @param category the merchant's, for the figures of its sector
     * @param on a business day
     * @throws IllegalStateException when no version is valid that early
     */
    public CheckRun run(Evidence evidence, @Nullable String category, LocalDate on) {
        Version version = versionOn(on);
        Sector sector = category == null ? null : version.sectors().get(category);
        Evidence all = evidence.with(
                        Quantity.SECTOR_MARGIN,
                        sector == null ? null : (long) sector.marginBasisPoints(),
                        Source.SECTOR)
                .with(Quantity.SECTOR_STOCK_DAYS, sector == null ? null : (long) sector.stockDays(), Source.SECTOR);
        return new CheckRun(version.version(), on, parameters(version).judge(all));
    }

    private Version versionOn(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no tolerances on " + day));
    }

    private static Parameters parameters(Version version) {
        return new Parameters(
                version.version(),
                Arrays.stream(CrossCheck.values()).collect(Collectors.toMap(Function.identity(), check -> {
                    Allowed allowed = version.tolerances().get(check.code());
                    if (allowed == null) {
                        throw new IllegalStateException("no tolerance of " + check.code());
                    }
                    return new Tolerance(allowed.percent(), allowed.failure(), allowed.unknown());
                })));
    }
}
