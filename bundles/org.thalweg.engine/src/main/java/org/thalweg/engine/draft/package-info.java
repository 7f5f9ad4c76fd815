/** Drafts of experiments from the names of plugins, to begin with. */
@Export
@Version("1.0.0")
package org.thalweg.engine.draft;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
