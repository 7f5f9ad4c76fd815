/** What predictions say of an experiment before anything runs. */
@Export
@Version("1.0.0")
package org.thalweg.engine.predict;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
