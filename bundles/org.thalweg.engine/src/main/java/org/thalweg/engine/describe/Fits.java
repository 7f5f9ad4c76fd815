package org.thalweg.engine.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assemblies;

/**
 * Finds out by trying which landscapes, noises and integrators go together: each as its example has
 * it, with a learning rate of 0.01 and a batch of one.
 */
public final class Fits {
  private static final double LEARNING_RATE = 0.01;

  private final Describer describer;
  private final Snapshot plugins;
  private final Assembly assembly;

  /**
   * Trials with what is installed.
   *
   * @param plugins what is installed
   */
  public Fits(Snapshot plugins) {
    this.plugins = plugins;
    this.describer = new Describer(plugins);
    this.assembly = Assemblies.of(plugins);
  }

  /**
   * What goes with a plugin: noises with a landscape, landscapes with a noise, noises with an
   * integrator.
   *
   * @param d the plugin
   * @return one fit for each candidate, those that do not go with the reason; none for other kinds
   */
  public List<Fit> of(Description d) {
    if (d.kind().equals(Kind.LANDSCAPE.label())) {
      return tried(Kind.NOISE, noise -> againstNoise(d.id(), noise));
    }
    if (d.kind().equals(Kind.NOISE.label())) {
      List<Fit> all = new ArrayList<>();
      all.addAll(tried(Kind.LANDSCAPE, landscape -> againstNoise(landscape, d.id())));
      all.addAll(tried(Kind.INTEGRATOR, integrator -> againstIntegrator(integrator, d.id())));
      return List.copyOf(all);
    }
    return d.kind().equals(Kind.INTEGRATOR.label())
        ? tried(Kind.NOISE, noise -> againstIntegrator(d.id(), noise))
        : List.of();
  }

  /** A trial that gives the reason why something does not fit, or an empty text. */
  private interface Trial {
    String reason(String candidate);
  }

  private List<Fit> tried(Kind kind, Trial trial) {
    return plugins.ids(kind).stream()
        .map(id -> new Fit(kind.label(), id, trial.reason(id)))
        .toList();
  }

  private String againstNoise(String landscape, String noise) {
    try {
      assembly.noise(reference(Kind.NOISE, noise), setting(landscape));
      return "";
    } catch (RuntimeException e) {
      return reason(e);
    }
  }

  /** On the first landscape that takes the noise, since few schemes ask for a landscape. */
  private String againstIntegrator(String integrator, String noise) {
    try {
      Integrator scheme = assembly.integrator(reference(Kind.INTEGRATOR, integrator));
      Optional<String> landscape =
          Stream.concat(Stream.of("quadratic"), plugins.ids(Kind.LANDSCAPE).stream())
              .filter(plugins.ids(Kind.LANDSCAPE)::contains)
              .filter(l -> againstNoise(l, noise).isEmpty())
              .findFirst();
      if (landscape.isEmpty()) {
        return "no landscape that is installed takes this noise as its example has it";
      }
      Setting setting = setting(landscape.get());
      NoiseModel model = assembly.noise(reference(Kind.NOISE, noise), setting);
      return scheme.objection(setting, model).orElse("");
    } catch (RuntimeException e) {
      return reason(e);
    }
  }

  private Setting setting(String landscape) {
    Ref<Landscape> ref = reference(Kind.LANDSCAPE, landscape);
    return new Setting(
        assembly.landscape(ref), Schedule.constant(LEARNING_RATE), Schedule.constant(1));
  }

  @SuppressWarnings("unchecked") // the kind says what the plugin makes
  private <T> Ref<T> reference(Kind kind, String id) {
    return (Ref<T>)
        describer
            .reference(kind, id)
            .orElseThrow(() -> new IllegalArgumentException("it needs parameters of its own"));
  }

  private static String reason(RuntimeException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
