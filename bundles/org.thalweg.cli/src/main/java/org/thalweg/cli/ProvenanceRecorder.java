package org.thalweg.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Origin;
import org.thalweg.store.InstalledBundles;
import org.thalweg.store.Provenance;

/** Gathers when, where and with which code something is run, while it runs. */
final class ProvenanceRecorder {
  private static final String DIRTY = "-dirty";
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}(" + DIRTY + ")?");

  private final BundleContext context;
  private final RunRequest request;

  /** Hashing every bundle takes a while, and waits for nobody. */
  private final CompletableFuture<List<Provenance.BundleVersion>> bundles;

  private final CompletableFuture<Map<Origin, String>> hashes;

  ProvenanceRecorder(BundleContext context, RunRequest request) {
    this.context = context;
    this.request = request;
    bundles = CompletableFuture.supplyAsync(() -> InstalledBundles.of(context));
    hashes = bundles.thenApply(ProvenanceRecorder::hashes);
  }

  /** The SHA-256 of the files of bundles, by what plugins say of where they are from. */
  static Map<Origin, String> hashes(List<Provenance.BundleVersion> bundles) {
    return bundles.stream()
        .collect(
            Collectors.toMap(
                b -> new Origin(b.name(), b.version()),
                Provenance.BundleVersion::sha256,
                (one, other) -> one));
  }

  /** The SHA-256 of the file of a bundle; empty if it is not known. */
  String hash(Origin origin) {
    return hashes.join().getOrDefault(origin, "");
  }

  /** The provenance of what ends now. */
  Provenance taken() {
    Optional<String> built =
        Optional.ofNullable(context.getBundle().getHeaders("").get("Thalweg-Revision"))
            .filter(revision -> REVISION.matcher(revision).matches());
    return new Provenance(
        request.start(),
        Instant.now(),
        request.threads(),
        request.command(),
        request.file().folder().toAbsolutePath().normalize(),
        Provenance.Machine.here(),
        context.getBundle().getVersion().toString(),
        built.map(revision -> revision.replace(DIRTY, "")),
        built.map(revision -> revision.endsWith(DIRTY)),
        bundles.join());
  }
}
