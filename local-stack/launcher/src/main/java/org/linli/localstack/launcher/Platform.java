package org.linli.localstack.launcher;

import org.linli.localstack.api.ApiException;
import org.linli.localstack.imports.ImportException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The Java half of {@code ./platform}; the shell half checks tools and builds. */
@Command(
        name = "platform",
        subcommands = {
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            PrepareCommand.class
        })
public final class Platform {
    private Platform() {}

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Platform())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    boolean expected = e instanceof PlatformException
                            || e instanceof ImportException
                            || e instanceof ApiException
                            || e instanceof IllegalStateException;
                    System.err.println("platform: " + (expected ? e.getMessage() : e.toString()));
                    return 1;
                });
        System.exit(line.execute(args));
    }
}
