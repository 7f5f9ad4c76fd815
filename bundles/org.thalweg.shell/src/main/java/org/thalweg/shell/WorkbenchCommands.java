package org.thalweg.shell;

import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Every command of the command line as a command of Gogo: {@code thalweg:run}, {@code thalweg:list}
 * and so on, which hand their words over as they are.
 */
final class WorkbenchCommands {
  static final String SCOPE = "thalweg";

  private static final String MAIN = "(thalweg.command=main)";

  /** The conversation that goes on already. */
  private static final String SHELL = "shell";

  private final BundleContext context;

  WorkbenchCommands(BundleContext context) {
    this.context = context;
  }

  /** Registers all that the command line has, besides the ways out of the shell. */
  List<String> register() {
    List<String> names = names().stream().filter(name -> !name.equals(SHELL)).toList();
    names.forEach(name -> register(name, (session, words) -> run(name, words)));
    register("help", (session, words) -> help(session, names, words));
    register("exit", (session, words) -> exit(words));
    register("quit", (session, words) -> exit(words));
    return names;
  }

  private void register(String name, Function function) {
    context.registerService(
        Function.class,
        function,
        new Hashtable<>(
            Map.of(
                CommandProcessor.COMMAND_SCOPE, SCOPE, CommandProcessor.COMMAND_FUNCTION, name)));
  }

  @SuppressWarnings("unchecked") // the property says what they are
  private List<String> names() {
    return ((Supplier<List<String>>) service(Supplier.class)).get();
  }

  @SuppressWarnings("unchecked") // the property says what it is
  private Object run(String name, List<Object> words) throws Ending {
    String[] line =
        Stream.concat(Stream.of(name), words.stream().map(String::valueOf)).toArray(String[]::new);
    int exitCode = ((ToIntFunction<String[]>) service(ToIntFunction.class)).applyAsInt(line);
    System.out.flush();
    if (exitCode != 0) {
      throw new Ending(exitCode, false);
    }
    return null;
  }

  /** Gogo's own help does not see commands such as ours. */
  private Object help(CommandSession session, List<String> names, List<Object> words)
      throws Exception {
    String about = words.isEmpty() ? "" : words.get(0).toString();
    String ours = about.replaceFirst("^" + SCOPE + ":", "");
    if (names.contains(ours)) {
      return run(ours, List.of("--help"));
    }
    if (words.isEmpty()) {
      names.forEach(name -> System.out.println(SCOPE + ":" + name));
      System.out.println(SCOPE + ":exit");
      System.out.println(SCOPE + ":quit");
      System.out.println("help COMMAND explains one; the part before the colon may be left out");
    }
    return session.get("felix:help") instanceof Function gogo ? gogo.execute(session, words) : null;
  }

  private static Object exit(List<Object> words) throws Ending {
    int exitCode;
    try {
      exitCode = words.isEmpty() ? 0 : Integer.parseInt(words.get(0).toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("exit takes a number, not " + words.get(0), e);
    }
    throw new Ending(exitCode, true);
  }

  private Object service(Class<?> type) {
    try {
      Collection<? extends ServiceReference<?>> found = context.getServiceReferences(type, MAIN);
      if (found.isEmpty()) {
        throw new IllegalStateException("the command line is not there");
      }
      return context.getService(found.iterator().next());
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
