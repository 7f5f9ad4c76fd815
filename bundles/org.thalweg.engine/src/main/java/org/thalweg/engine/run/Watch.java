package org.thalweg.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.experiment.Assembled.NamedAnalyzer;

/** Which analyzers watch one method, and which of its merged observers is whose. */
final class Watch {
  private final Problem problem;
  private final MethodInfo method;
  private final List<NamedAnalyzer> watchers = new ArrayList<>();
  private final List<NamedAnalyzer> pathWatchers = new ArrayList<>();
  private Observer seen;
  private Optional<PathObserver> seenPaths = Optional.empty();

  Watch(Problem problem, MethodInfo method, List<NamedAnalyzer> analyzers) {
    this.problem = problem;
    this.method = method;
    for (NamedAnalyzer a : analyzers) {
      if (a.analyzer().observer(problem, method).isPresent()) {
        watchers.add(a);
      }
      if (a.analyzer().pathObserver(problem, method).isPresent()) {
        pathWatchers.add(a);
      }
    }
  }

  Observer newObserver() {
    List<Observer> members = new ArrayList<>();
    for (NamedAnalyzer a : watchers) {
      members.add(a.analyzer().observer(problem, method).orElseThrow());
    }
    return new ObserverSet(List.copyOf(members));
  }

  Optional<PathObserver> newPathObserver() {
    if (pathWatchers.isEmpty()) {
      return Optional.empty();
    }
    List<PathObserver> members = new ArrayList<>();
    for (NamedAnalyzer a : pathWatchers) {
      members.add(a.analyzer().pathObserver(problem, method).orElseThrow());
    }
    return Optional.of(new PathObserverSet(List.copyOf(members)));
  }

  /** Takes what the method's observers saw, merged. */
  void done(Observer observer, Optional<PathObserver> paths) {
    seen = observer;
    seenPaths = paths;
  }

  /** What an analyzer's own observers saw, or empty if it did not watch or the method failed. */
  Optional<Observed> of(NamedAnalyzer analyzer) {
    int at = watchers.indexOf(analyzer);
    int pathsAt = pathWatchers.indexOf(analyzer);
    if (seen == null || at < 0 && pathsAt < 0) {
      return Optional.empty();
    }
    Observer own = at < 0 ? new ObserverSet(List.of()) : ((ObserverSet) seen).members().get(at);
    Optional<PathObserver> ownPaths =
        pathsAt < 0
            ? Optional.empty()
            : seenPaths.map(p -> ((PathObserverSet) p).members().get(pathsAt));
    return Optional.of(new Observed(method, own, ownPaths));
  }
}
