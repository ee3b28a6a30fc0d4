package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.ErrorHandler;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.canbao.files.AtomicFile;

/** Sends what canbao logs into a study's {@code run.log} while it is open; each run begins the file anew. */
final class RunLog implements AutoCloseable {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS}{UTC}Z %-5level %c{1} %msg%n";

    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable failure) {}

        @Override
        public void error(String message, LogEvent event, Throwable failure) {}
    };

    private final LoggerContext context;
    private final LoggerConfig logger;
    private final FileAppender appender;

    private RunLog(LoggerContext context, LoggerConfig logger, FileAppender appender) {
        this.context = context;
        this.logger = logger;
        this.appender = appender;
    }

    /**
     * Opens the log; its folder exists.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be written
     */
    static RunLog open(Path file) {
        createAnew(file);
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = context.getConfiguration();
        FileAppender appender = FileAppender.newBuilder()
                .setName("run-log")
                .withFileName(file.toString())
                .withAppend(false)
                .setLayout(PatternLayout.newBuilder()
                        .withPattern(PATTERN)
                        .withConfiguration(configuration)
                        .build())
                .setConfiguration(configuration)
                .build();
        // What cannot be logged, because the disk is full, is not worth a word: the outputs meet the same disk.
        appender.setHandler(SILENT);
        appender.start();
        LoggerConfig logger = configuration.getLoggerConfig("org.canbao");
        logger.addAppender(appender, Level.INFO, null);
        context.updateLoggers();
        return new RunLog(context, logger, appender);
    }

    /** A new file, not one written over: it could be a link to something else. */
    private static void createAnew(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file);
        } catch (IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }

    @Override
    public void close() {
        logger.removeAppender(appender.getName());
        appender.stop();
        context.updateLoggers();
    }
}
