/** The experiment: what its file says, and the problem, methods and analyzers assembled from it. */
@Export
@Version("1.0.0")
package org.thalweg.engine.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
