package org.thalweg.analyzers.passage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

/**
 * Looks at walkers twice where the noise is known: with bounds where they are and with bounds moved
 * towards them; the difference tells how much the time between steps matters.
 *
 * @param counted what counts: moved bounds for continuous paths, else those where they are
 * @param otherwise the other way of looking
 */
record PassageLooks(PassageRecorder counted, Optional<PassageRecorder> otherwise)
    implements PathObserver {
  static PassageLooks of(Targets targets, Problem problem, MethodInfo method, boolean continuous) {
    boolean paths = Reach.matters(problem, method);
    boolean steps = method.dynamics().kind() == Dynamics.Kind.DISCRETE_SGD;
    boolean both = paths || (steps && Reach.of(problem).isPresent());
    boolean moved = continuous && paths;
    return new PassageLooks(
        new PassageRecorder(targets, problem, moved),
        both ? Optional.of(new PassageRecorder(targets, problem, !moved)) : Optional.empty());
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    counted.step(k, t, chunk);
    if (otherwise.isPresent()) {
      otherwise.get().step(k, t, chunk);
    }
  }

  @Override
  public void merge(PathObserver next) {
    PassageLooks other = (PassageLooks) next;
    counted.merge(other.counted);
    otherwise.ifPresent(o -> o.merge(other.otherwise.orElseThrow()));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    counted.save(out);
    if (otherwise.isPresent()) {
      otherwise.get().save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    counted.restore(in);
    if (otherwise.isPresent()) {
      otherwise.get().restore(in);
    }
  }
}
