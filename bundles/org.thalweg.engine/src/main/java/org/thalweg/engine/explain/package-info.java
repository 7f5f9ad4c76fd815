/** What a run will compute and write, said before it is made. */
@Export
@Version("1.0.0")
package org.thalweg.engine.explain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
