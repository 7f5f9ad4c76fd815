package org.thalweg.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Offers the shell as the service {@code ToIntFunction<String[]>} with the property {@code
 * thalweg.command=shell}: its words are commands to run, none for a conversation.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class ShellBundle implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    // Gogo, which starts later, puts streams of its own in their place, for commands.
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ToIntFunction<String[]> shell = words -> new Shell(context, in, out, err).run(words);
    context.registerService(
        ToIntFunction.class, shell, new Hashtable<>(Map.of("thalweg.command", "shell")));
  }

  @Override
  public void stop(BundleContext context) {}
}
