package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Snapshot;

class FlatPluginsTest {
  @Test
  void everyKindOfPluginIsFoundOnTheClassPath() {
    Snapshot found = FlatPlugins.snapshot();

    assertThat(found.ids(Kind.LANDSCAPE)).contains("valley", "quadratic", "mlp");
    assertThat(found.ids(Kind.METHOD)).contains("ensemble", "fokker-planck");
    assertThat(found.ids(Kind.SCHEDULE)).contains("constant", "exponential");
    assertThat(found.ids(Kind.ANALYZER)).contains("moments");
    assertThat(found.ids(Kind.DATA)).contains("two-moons");
    assertThat(found.predictions()).isNotEmpty();
  }
}
