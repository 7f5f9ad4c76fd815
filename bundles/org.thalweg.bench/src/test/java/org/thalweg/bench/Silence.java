package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;

/** Listens to a bench and keeps what is worth keeping. */
final class Silence implements BenchListener {
  final List<String> heard = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  @Override
  public void began(String id) {}

  @Override
  public void advanced(String id, double fraction) {}

  @Override
  public void ended(String id, double seconds) {}

  @Override
  public void run(String subject, Phase phase, int number) {}

  @Override
  public void over(String subject, Phase phase, int runs, double seconds) {
    heard.add(subject + " " + phase);
  }

  @Override
  public void warn(String subject, String message) {
    warnings.add(subject + ": " + message);
  }
}
