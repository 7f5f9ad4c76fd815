package org.thalweg.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Independent noises whose deviations from the full gradient are added and multiplied by a factor
 * that may change with time.
 *
 * @param members the noises, each of which draws minibatch gradients
 * @param factor what the deviations are multiplied by
 * @param setting the landscape, learning rate and batch size
 */
record CombinedNoise(List<NoiseModel> members, Schedule factor, Setting setting)
    implements MinibatchNoise, DiffusiveNoise, HasCovariance {
  /**
   * Combines noises.
   *
   * @throws InvalidParameterException if one cannot be drawn on its own
   */
  static NoiseModel of(String parameter, NoiseModel[] members, Schedule factor, Setting setting) {
    for (int i = 0; i < members.length; i++) {
      if (NoiseCapabilities.minibatch(members[i], setting).isEmpty()) {
        throw new InvalidParameterException(
            members.length == 1 ? parameter : parameter + "[" + i + "]",
            "draws no minibatch gradients, so that it cannot be combined; use another noise");
      }
    }
    return new CombinedNoise(List.of(members), factor, setting);
  }

  @Override
  public Traits traits() {
    boolean additive = members.stream().allMatch(m -> m.traits().additive());
    Traits.Form form =
        members.size() == 1
            ? members.get(0).traits().form()
            : Traits.Form.FULL; // more channels than parameters
    return new Traits(
        additive,
        form,
        additive || members.size() == 1 && members.get(0).traits().commutative(),
        members.size() == 1 ? members.get(0).traits().stableIndex() : OptionalDouble.empty());
  }

  @Override
  public int channels() {
    return members.stream().mapToInt(NoiseModel::channels).sum();
  }

  @Override
  public List<MemoryBlock> memory() {
    return members.stream().flatMap(m -> m.memory().stream()).toList();
  }

  @Override
  public void begin(List<Block> memory, Draws draws) {
    int at = 0;
    for (NoiseModel member : members) {
      int end = at + member.memory().size();
      member.begin(memory.subList(at, end), draws);
      at = end;
    }
  }

  @Override
  public boolean dependsOnTime() {
    return !factor.isConstant() || members.stream().anyMatch(NoiseModel::dependsOnTime);
  }

  @Override
  public Optional<String> noDiffusion() {
    Optional<String> reason = members.stream().flatMap(m -> m.noDiffusion().stream()).findFirst();
    if (reason.isEmpty()
        && members.size() > 1
        && members.stream().anyMatch(m -> m.traits().stableIndex().isPresent())) {
      return Optional.of(
          "a sum with alpha-stable noise has increments of several kinds, which only discrete SGD"
              + " draws; use sgd, or the noises one at a time");
    }
    if (reason.isEmpty()
        && members.stream().anyMatch(m -> NoiseCapabilities.diffusive(m).isEmpty())) {
      return Optional.of(
          "one of the noises only draws minibatch gradients; use discrete SGD, or other noises");
    }
    return reason;
  }

  @Override
  public Optional<String> objection(double t, double[] x) {
    return members.stream().flatMap(m -> m.objection(t, x).stream()).findFirst();
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    int dim = setting.landscape().dim();
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    Block gradient = new Block(dim, walkers, Layout.of(dim));
    Block drawn = new Block(dim, walkers, Layout.of(dim));
    MinibatchSampler[] samplers = new MinibatchSampler[members.size()];
    int[] blocks = new int[members.size()];
    for (int m = 0; m < samplers.length; m++) {
      samplers[m] =
          NoiseCapabilities.minibatch(members.get(m), setting).orElseThrow().sampler(walkers);
      blocks[m] = members.get(m).memory().size();
    }
    return new Sampler(landscape, factor, samplers, blocks, gradient, drawn);
  }

  /** Adds the members' deviations; each member sees its own blocks of memory. */
  private static final class Sampler implements MinibatchSampler {
    private final LandscapeEvaluator landscape;
    private final Schedule factor;
    private final MinibatchSampler[] samplers;
    private final List<List<Block>> views = new ArrayList<>();
    private final int[] blocks;
    private final Block gradient;
    private final Block drawn;

    Sampler(
        LandscapeEvaluator landscape,
        Schedule factor,
        MinibatchSampler[] samplers,
        int[] blocks,
        Block gradient,
        Block drawn) {
      this.landscape = landscape;
      this.factor = factor;
      this.samplers = samplers;
      this.blocks = blocks;
      this.gradient = gradient;
      this.drawn = drawn;
      for (int count : blocks) {
        views.add(new ArrayList<>(count));
      }
    }

    @Override
    public void gradients(double t, Block x, List<Block> memory, Draws draws, Block out) {
      landscape.gradients(t, x, gradient);
      out.copyFrom(gradient);
      double scale = factor.at(t);
      int at = 0;
      for (int m = 0; m < samplers.length; m++) {
        List<Block> view = views.get(m);
        view.clear();
        for (int b = 0; b < blocks[m]; b++) {
          view.add(memory.get(at++));
        }
        samplers[m].gradients(t, x, view, draws, drawn);
        for (int l = 0; l < out.lines(); l++) {
          add(out.line(l), scale, drawn.line(l), gradient.line(l));
        }
      }
    }

    private static void add(double[] sum, double scale, double[] drawn, double[] gradient) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += scale * (drawn[j] - gradient[j]);
      }
    }
  }

  private DiffusiveNoise diffusive(NoiseModel member) {
    return NoiseCapabilities.diffusive(member)
        .orElseThrow(() -> new IllegalStateException(noDiffusion().orElse("no factor")));
  }

  @Override
  public NoiseFactor factor(int walkers) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    NoiseFactor[] factors = new NoiseFactor[members.size()];
    Block[] parts = new Block[members.size()];
    for (int m = 0; m < factors.length; m++) {
      factors[m] = diffusive(members.get(m)).factor(walkers);
      parts[m] = new Block(members.get(m).channels(), walkers, layout);
    }
    Block kick = new Block(dim, walkers, layout);
    return (t, x, dz, out) -> {
      out.fill(0);
      double scale = factor.at(t);
      int first = 0;
      for (int m = 0; m < factors.length; m++) {
        copyRows(dz, first, parts[m]);
        first += parts[m].rows();
        factors[m].apply(t, x, parts[m], kick);
        for (int l = 0; l < out.lines(); l++) {
          add(out.line(l), scale, kick.line(l));
        }
      }
    };
  }

  private static void copyRows(Block from, int first, Block to) {
    for (int l = 0; l < to.lines(); l++) {
      if (to.byCoordinate()) {
        System.arraycopy(from.line(first + l), 0, to.line(l), 0, to.walkers());
      } else {
        System.arraycopy(from.line(l), first, to.line(l), 0, to.rows());
      }
    }
  }

  private static void add(double[] sum, double scale, double[] kick) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += scale * kick[j];
    }
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    int size = x.length * x.length;
    double[] c = new double[size];
    double scale = factor.at(t) * factor.at(t);
    Arrays.fill(out, 0, size, 0);
    for (NoiseModel member : members) {
      NoiseCapabilities.covariance(member, setting).orElseThrow().covariance(t, x, c);
      for (int i = 0; i < size; i++) {
        out[i] += scale * c[i];
      }
    }
  }
}
