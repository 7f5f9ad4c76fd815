package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;

/** A plugin that was removed must be collectable, whatever was bound before. */
class ClassLoaderTest {
  /** The parameters that the test loads by a class loader of its own. */
  public record Loaded(@Param(min = 0, doc = "height") double height, Loaded.Part part) {
    /** A nested record. */
    public record Part(long n) {
      /** With a default. */
      public Part() {
        this(1);
      }
    }

    /** With defaults. */
    public Loaded() {
      this(1, new Part());
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(ClassLoaderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Loaded.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = ClassLoaderTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static WeakReference<ClassLoader> used(Binder binder, Sample.Lookup plugins)
      throws ReflectiveOperationException {
    ClassLoader loader = new Loader();
    Class<?> type = Class.forName(Loaded.class.getName(), true, loader);
    assertThat(type).isNotEqualTo(Loaded.class);
    Record defaults = (Record) type.getConstructor().newInstance();
    plugins.add(Kind.LANDSCAPE, "loaded", () -> defaults);
    JsonNode json = JsonText.read("{\"type\": \"loaded\", \"part\": {\"n\": 3}}").orThrow();
    Ref<Landscape> ref = binder.bindRef(json, Landscape.class).orThrow();
    assertThat(RecordWriter.write(ref).toString()).contains("\"n\": 3");
    assertThat(ParameterTable.of(defaults)).hasSize(3);
    plugins.remove(Kind.LANDSCAPE, "loaded");
    return new WeakReference<>(loader);
  }

  @Test
  void theBinderKeepsNoClassOfAPluginAlive() throws Exception {
    Sample.Lookup plugins = new Sample.Lookup();
    Binder binder = new Binder(plugins);
    WeakReference<ClassLoader> loader = used(binder, plugins);
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loader.get()).isNull();
    assertThat(plugins.ids(Kind.LANDSCAPE)).isEmpty();
  }
}
