package org.thalweg.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.EOFError;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.thalweg.launcher.plugins.PluginFolder;

/**
 * A conversation with Gogo: reads a line, runs it, shows its value. Without a terminal it is silent
 * between the lines, and its exit code is that of the last one.
 */
final class Shell {
  private static final String PROMPT = "thalweg> ";
  private static final String MORE = "> ";
  private static final int FAILED = 1;

  private final BundleContext context;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean waiting;
  private boolean left;

  Shell(BundleContext context, InputStream in, PrintStream out, PrintStream err) {
    this.context = context;
    this.in = in;
    this.out = out;
    this.err = err;
    // the script that started Java knows, Java only guesses
    String known = context.getProperty("thalweg.terminal.in");
    this.terminal = known == null ? System.console() != null : Boolean.parseBoolean(known);
  }

  /** Runs the commands, or what is read if there are none. */
  int run(String[] commands) {
    List<String> names = new WorkbenchCommands(context).register();
    service(PluginFolder.class).report(this::message);
    try (CommandSession session = service(CommandProcessor.class).createSession(in, out, err)) {
      session.put("SCOPE", WorkbenchCommands.SCOPE + ":felix:gogo:*");
      session.put("#COLOR", "false");
      if (commands.length > 0) {
        return line(session, String.join("\n", commands));
      }
      if (terminal) {
        out.println("Commands: " + String.join(", ", names) + ", help, lb, exit");
      }
      return converse(session);
    } catch (IOException e) {
      err.println("thalweg: cannot read the commands: " + e.getMessage());
      return FAILED;
    }
  }

  private int converse(CommandSession session) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    int exitCode = 0;
    String begun = "";
    for (String next = read(reader, PROMPT);
        next != null;
        next = read(reader, begun.isEmpty() ? PROMPT : MORE)) {
      String text = begun + next;
      begun = "";
      try {
        exitCode = text.isBlank() ? exitCode : run(session, text);
        if (left) {
          return exitCode;
        }
      } catch (EOFError e) {
        begun = text + "\n"; // a bracket or a quote is open: the next line goes on
      }
    }
    if (terminal) {
      out.println();
      return 0;
    }
    return begun.isEmpty() ? exitCode : line(session, begun);
  }

  private String read(BufferedReader reader, String prompt) throws IOException {
    synchronized (this) {
      waiting = terminal;
      if (terminal) {
        out.print(prompt);
        out.flush();
      }
    }
    String read = reader.readLine();
    synchronized (this) {
      waiting = false;
    }
    return read;
  }

  private int line(CommandSession session, String text) {
    try {
      return run(session, text);
    } catch (EOFError e) {
      err.println("thalweg: a bracket or a quote is open: " + text.strip());
      return FAILED;
    }
  }

  private int run(CommandSession session, String text) {
    try {
      Object value = session.execute(text);
      if (value != null) {
        out.println(session.format(value, 0));
      }
      return 0;
    } catch (CommandNotFoundException e) {
      err.println("thalweg: no command " + e.getCommand() + "; help lists all");
    } catch (Exception e) {
      if (e.getCause() instanceof EOFError open) {
        throw open;
      }
      Ending ending = Ending.in(e);
      if (ending != null) {
        left = ending.leaving();
        return ending.exitCode();
      }
      err.println("thalweg: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
    } finally {
      out.flush();
      err.flush();
    }
    return FAILED;
  }

  /** A message from elsewhere, after which the prompt stands again. */
  private synchronized void message(String text) {
    err.println((waiting ? "\r" : "") + text);
    if (waiting) {
      out.print(PROMPT);
      out.flush();
    }
  }

  private <T> T service(Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    if (reference == null) {
      throw new IllegalStateException("the framework has no " + type.getSimpleName());
    }
    return context.getService(reference);
  }
}
