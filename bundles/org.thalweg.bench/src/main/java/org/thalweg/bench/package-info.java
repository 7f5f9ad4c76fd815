/**
 * Measures how fast experiments run, by the same path as a run takes, and where their time goes.
 *
 * <p>The workloads that come with it are ordinary experiments, listed in {@code workloads.json}.
 */
@Export
@Version("0.1.0")
package org.thalweg.bench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
