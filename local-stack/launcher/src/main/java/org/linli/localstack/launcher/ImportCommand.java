package org.linli.localstack.launcher;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.demo.DemoPeople;
import org.linli.localstack.imports.CategoryMapping;
import org.linli.localstack.imports.PlaceImport;
import org.linli.localstack.imports.RejectedRow;
import org.linli.localstack.imports.StaffImport;
import org.linli.localstack.imports.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Loads a CSV file as merchants, branches, organisations or staff.")
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final Set<String> SYSTEMS = Set.of("GCJ02", "WGS84", "BD09");

    @Parameters(paramLabel = "FILE", description = "CSV, UTF-8, with a heading")
    private Path file = Path.of("");

    @Option(names = "--as", required = true, description = "merchants, branches, organisations or staff")
    private What what = What.MERCHANTS;

    @Option(names = "--crs", description = "of places: GCJ02, WGS84 or BD09")
    private String crs = "";

    @Option(names = "--map", description = "category mapping file, columns source,category")
    private @Nullable Path map;

    /** What a file can be loaded as. */
    private enum What {
        MERCHANTS(Target.MERCHANTS),
        BRANCHES(Target.BRANCHES),
        ORGANISATIONS(Target.ORGANISATIONS),
        STAFF(null);

        private final @Nullable Target places;

        What(@Nullable Target places) {
            this.places = places;
        }
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new PlatformException("no such file: " + file);
        }
        Layout layout = Layout.ofCheckout();
        PlatformApi api = administrator(layout);
        Target target = what.places;
        return target == null ? loadStaff(layout, api) : loadPlaces(layout, api, target);
    }

    private int loadStaff(Layout layout, PlatformApi api) {
        Path passwords = layout.state().resolve("imports").resolve(file.getFileName() + "-first-passwords.csv");
        try (Bar bar = new Bar()) {
            StaffImport.Report report = new StaffImport(api, passwords).load(file, bar);
            bar.close();
            System.out.printf(
                    "%d hired, %d there before, %d rejected%n",
                    report.hired(), report.unchanged(), report.rejected().size());
            if (report.hired() > 0) {
                System.out.println("first passwords, to be changed at the first login: " + passwords
                        + " (readable by you only; hand them out and delete it)");
            }
            tell(layout, report.rejected());
            return report.rejected().isEmpty() ? 0 : 2;
        }
    }

    private int loadPlaces(Layout layout, PlatformApi api, Target target) {
        String system = crs.toUpperCase(Locale.ROOT).replace("-", "");
        if (!SYSTEMS.contains(system)) {
            throw new PlatformException("--crs: " + crs + " (expected: GCJ02, WGS84 or BD09)");
        }
        CategoryMapping mapping = map == null ? CategoryMapping.standard() : CategoryMapping.of(map);
        long begun = System.nanoTime();
        try (Bar bar = new Bar()) {
            PlaceImport.Report report =
                    new PlaceImport(api, layout.state().resolve("imports")).load(file, target, system, mapping, bar);
            bar.close();
            tell(layout, report, (System.nanoTime() - begun) / 1e9);
            return report.rejected().isEmpty() ? 0 : 2;
        }
    }

    private static PlatformApi administrator(Layout layout) {
        if (!Files.exists(layout.demoFile())) {
            throw new PlatformException("the platform has not been started yet; run ./platform start");
        }
        String baseUrl =
                Json.MAPPER.readTree(layout.demoFile().toFile()).path("baseUrl").asString();
        String user = System.getenv().getOrDefault("LINLI_USERNAME", DemoPeople.ADMINISTRATOR);
        String password = System.getenv().getOrDefault("LINLI_PASSWORD", DemoPeople.PASSWORD);
        try {
            PlatformApi.anonymous(baseUrl).get("/actuator/health/readiness");
        } catch (UncheckedIOException e) {
            throw new PlatformException("nothing answers at " + baseUrl + "; run ./platform start");
        }
        return PlatformApi.staff(baseUrl, user, password);
    }

    private void tell(Layout layout, PlaceImport.Report report, double seconds) {
        System.out.printf(
                "%d created, %d changed, %d unchanged, %d rejected, %d of other categories, %d repeated in the file; %.0f s%n",
                report.created(),
                report.changed(),
                report.unchanged(),
                report.rejected().size(),
                report.notWanted(),
                report.repeated(),
                seconds);
        tell(layout, report.rejected());
    }

    private void tell(Layout layout, List<RejectedRow> rejected) {
        rejected.stream()
                .limit(SHOWN)
                .forEach(row -> System.out.println("line " + row.line() + ": " + row.code() + ": " + row.reason()));
        if (rejected.size() > SHOWN) {
            System.out.println("... all of them in " + write(layout, rejected));
        }
    }

    private Path write(Layout layout, List<RejectedRow> rejected) {
        Path target = layout.state().resolve("imports").resolve(file.getFileName() + "-rejected.csv");
        try {
            Files.createDirectories(target.getParent());
            try (CsvWriter csv = CsvWriter.builder().build(target)) {
                csv.writeRecord("line", "code", "reason");
                rejected.forEach(row -> csv.writeRecord(String.valueOf(row.line()), row.code(), row.reason()));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Bar implements PlaceImport.Progress, AutoCloseable {
        private @Nullable ProgressBar bar;

        @Override
        public void begin(long rows, long alreadyDone) {
            if (alreadyDone > 0) {
                System.out.println("going on after " + alreadyDone + " of " + rows + " rows");
            }
            bar = new ProgressBarBuilder()
                    .setTaskName("import")
                    .setInitialMax(rows)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .build();
            bar.stepBy(alreadyDone);
        }

        @Override
        public LongConsumer rowsDone() {
            return rows -> {
                ProgressBar running = bar;
                if (running != null) {
                    running.stepBy(rows);
                }
            };
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }
}
