package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.canbao.data.Codebook;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import org.canbao.files.Sha256;

/**
 * Raw files into the store: {@code <store>/<dataset>/<wave>/part-N.parquet}, rows in the order of the files, and
 * {@code codebook.json} beside them. A large file of which parts can be read at the same time becomes several parts; how
 * many depends on the file alone, so that the store has the same bytes on any number of threads. The wave is there whole
 * or not at all.
 */
public final class Ingestor {
    private static final String SIMULATED_LABEL = "canbao simulated";
    private static final String SIMULATED_FILE = "truth.yaml";

    private final Opener opener;
    private final long partBytes;

    /** Opens a raw file for reading. */
    @FunctionalInterface
    interface Opener {
        RawReader open(Path file, OpenOptions options);
    }

    /** An ingestor for all formats of {@link RawFiles}. */
    public Ingestor() {
        this(RawFiles::open, WavePart.BYTES);
    }

    Ingestor(Opener opener) {
        this(opener, WavePart.BYTES);
    }

    Ingestor(Opener opener, long partBytes) {
        this.opener = opener;
        this.partBytes = partBytes;
    }

    /**
     * Ingests one wave; replaces it if it is in the store already.
     *
     * @return the codebook of the new wave
     * @throws CanbaoException if anything is wrong; the store is then as it was before, except that
     *     {@code <wave>.rejects.csv} tells which cells did not fit
     */
    public Codebook ingest(IngestRequest request, Progress progress) {
        StoreNames.check("data set", request.dataset());
        String folder = StoreNames.folderOf(request.wave());
        StoreNames.check("wave", folder);
        Path target = request.store().resolve(request.dataset()).resolve(folder);
        try (RawInputs inputs = RawInputs.open(request, opener);
                StagedWave wave = StagedWave.begin(target)) {
            List<CompletableFuture<String>> hashes = request.files().stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> Sha256.of(file)))
                    .toList();
            refuseSame(request.files(), hashes);
            List<WavePart> parts = WavePart.of(inputs, partBytes);
            WaveWriter.Written written =
                    new WaveWriter(request, inputs, parts, wave.folder(), progress).write(rejects(target));
            SchemaCheck.refuseEmpty(request, written.rows());
            RuleRun.Applied applied =
                    RuleRun.apply(request.rules(), wave.folder(), parts.size(), written, request.threads());
            Codebook codebook = codebook(request, inputs, written, applied, hashes);
            SchemaCheck.findings(request, inputs.bindings(), written.rows(), codebook.simulated())
                    .forEach(progress::finding);
            CodebookJson.write(codebook, wave.folder().resolve(Store.CODEBOOK));
            wave.commit();
            if (written.rejected() == 0) {
                Files.deleteIfExists(rejects(target));
            }
            return codebook;
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    /** Where the rejects of a wave are kept: beside its folder. */
    static Path rejects(Path wave) {
        return wave.resolveSibling(wave.getFileName() + ".rejects.csv");
    }

    private static Codebook codebook(
            IngestRequest request,
            RawInputs inputs,
            WaveWriter.Written written,
            RuleRun.Applied applied,
            List<CompletableFuture<String>> hashes)
            throws IOException {
        List<Codebook.Source> sources = new ArrayList<>();
        boolean simulated = false;
        for (int i = 0; i < request.files().size(); i++) {
            Path file = request.files().get(i);
            RawDescription description = inputs.descriptions().get(i);
            sources.add(new Codebook.Source(
                    String.valueOf(file.getFileName()),
                    description.format(),
                    description.encoding(),
                    Files.size(file),
                    joined(hashes.get(i))));
            simulated |= description.label().startsWith(SIMULATED_LABEL)
                    || Files.exists(file.resolveSibling(SIMULATED_FILE));
        }
        return new Codebook(
                request.dataset(),
                request.wave(),
                simulated,
                applied.rows(),
                written.rejected(),
                sources,
                applied.variables(),
                SchemaCheck.use(request, inputs.bindings()).map(use -> use.with(applied.counts())));
    }

    /** Rows that come twice are not seen in any result; files of different sizes need no hash to be told apart. */
    private static void refuseSame(List<Path> files, List<CompletableFuture<String>> hashes) throws IOException {
        Map<Long, List<Integer>> bySize = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            bySize.computeIfAbsent(Files.size(files.get(i)), size -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> alike : bySize.values()) {
            Map<String, Integer> byHash = new HashMap<>();
            for (int i : alike.size() > 1 ? alike : List.<Integer>of()) {
                Integer other = byHash.putIfAbsent(joined(hashes.get(i)), i);
                if (other != null) {
                    throw twice(files.get(i), files.get(other));
                }
            }
        }
    }

    private static CanbaoException twice(Path file, Path other) {
        return Diagnostic.error(
                        StoreCode.SAME_FILE,
                        "`" + file + "` has the same content as `" + other + "`: all its rows would be there twice")
                .at(Place.of(file.toString()))
                .hint("name it once")
                .toException();
    }

    private static String joined(CompletableFuture<String> hash) {
        try {
            return hash.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CanbaoException finding) {
                throw finding;
            }
            throw e;
        }
    }
}
