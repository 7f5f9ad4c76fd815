/**
 * Ways to solve a problem: integrators that step walkers, and methods that yield a distribution
 * over time.
 */
@Export
@Version("1.0.0")
package org.thalweg.api.method;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
