package org.thalweg.launcher.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Explains why a bundle did not start, in the words of somebody who wrote its build file. */
public final class Unresolved {
  private static final Pattern PACKAGE =
      Pattern.compile(Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^)]+)");
  private static final Pattern JAVA = Pattern.compile("osgi\\.ee=JavaSE\\).*version=([0-9.]+)");

  private Unresolved() {}

  /**
   * The reason, without the bundle's name.
   *
   * @param context the framework's
   * @param bundle what did not start
   * @param failure what its start threw
   * @return half a sentence
   */
  public static String reason(BundleContext context, Bundle bundle, BundleException failure) {
    List<String> missing = new ArrayList<>();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (bundle.getState() == Bundle.INSTALLED && revision != null) {
      for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
        if (isMandatory(requirement) && !isProvided(context, requirement)) {
          missing.add(describe(context, requirement));
        }
      }
    }
    if (missing.isEmpty()) {
      return firstLine(failure.getCause() == null ? failure : failure.getCause());
    }
    return String.join("; ", missing);
  }

  /** What was thrown, on one line. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.toString()
        : message.strip().lines().findFirst().orElseThrow();
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    String effective = requirement.getDirectives().getOrDefault("effective", "resolve");
    String resolution = requirement.getDirectives().getOrDefault("resolution", "mandatory");
    return effective.equals("resolve") && resolution.equals("mandatory");
  }

  private static boolean isProvided(BundleContext context, BundleRequirement requirement) {
    return revisions(context)
        .flatMap(revision -> revision.getDeclaredCapabilities(requirement.getNamespace()).stream())
        .anyMatch(requirement::matches);
  }

  private static String describe(BundleContext context, BundleRequirement requirement) {
    String filter = requirement.getDirectives().getOrDefault("filter", "");
    Matcher java = JAVA.matcher(filter);
    if (java.find()) {
      return "it needs Java " + java.group(1) + ", this is " + Runtime.version().feature();
    }
    Matcher matcher = PACKAGE.matcher(filter);
    if (!matcher.find()) {
      return "it needs " + requirement.getNamespace() + " " + filter;
    }
    String name = matcher.group(1);
    List<String> offered =
        revisions(context)
            .flatMap(
                revision ->
                    revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
            .filter(c -> name.equals(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
            .map(c -> String.valueOf(c.getAttributes().get("version")))
            .distinct()
            .toList();
    return offered.isEmpty()
        ? "it needs the package " + name + ", which no bundle here has"
        : "it needs the package " + name + " as " + filter + ", here is " + offered;
  }

  private static Stream<BundleRevision> revisions(BundleContext context) {
    return Stream.of(context.getBundles())
        .map(bundle -> bundle.adapt(BundleRevision.class))
        .filter(Objects::nonNull);
  }
}
