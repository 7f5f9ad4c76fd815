/** What is installed, described for people and programs from the plugins' own declarations. */
@Export
@Version("1.0.0")
package org.thalweg.engine.describe;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
