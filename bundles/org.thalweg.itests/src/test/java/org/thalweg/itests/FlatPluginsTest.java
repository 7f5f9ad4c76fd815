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
    assertThat(found.ids(Kind.SCHEDULE)).contains("constant");
    assertThat(found.ids(Kind.ANALYZER)).contains("moments");
    assertThat(found.predictions()).isNotEmpty();
  }
}
